import { createHash, timingSafeEqual } from "node:crypto";
import type { RepositoryMetrics } from "../engine/repository-metrics.ts";
import { answer } from "./answer.ts";
import { recent } from "./recent.ts";
import type { Routes } from "./server.ts";
import { answerText } from "./text.ts";

const SCHEME = "bearer ";

/** As of `/metrics`. */
const RECENT_MS = 1_000;

/**
 * `/metrics/NAME`: numbers of every repository, for whoever has the token. Without one there is no such address: names of
 * private repositories are not for everybody who reaches the server.
 */
export function repositoryMetrics(metrics: RepositoryMetrics, token: string | null): Routes {
  if (token === null) return {};
  return Object.fromEntries(
    metrics.names.map((name) => {
      const shown = recent(() => metrics.text(name), RECENT_MS);
      const handler: Routes[string] = async (request, response) => {
        if (!isToken(request.headers.authorization, token)) {
          response.setHeader("www-authenticate", "Bearer");
          answer(response, 401, answerText.noToken);
          return;
        }
        const text = await shown.get();
        response.writeHead(200, { "content-type": metrics.contentType, "cache-control": "no-store" });
        response.end(text);
      };
      return [`GET /metrics/${name}`, handler];
    }),
  );
}

/** Compared in constant time: digests have one length, and say nothing of how much of the token was right. */
function isToken(header: string | undefined, token: string): boolean {
  const scheme = header?.slice(0, SCHEME.length).toLowerCase();
  const given = header !== undefined && scheme === SCHEME ? header.slice(SCHEME.length) : "";
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token)) && given !== "";
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { answer } from "./answer.ts";
import { answerText } from "./text.ts";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** `METHOD /path` → its handler. */
export type Routes = Readonly<Record<string, Handler>>;

const HEADERS_MS = 10_000;
/** 25 MiB over a slow line; GitHub itself gives up after 10 s. */
const REQUEST_MS = 30_000;

/** Our own HTTP server: it answers these routes, 405 for other methods of them, and 404. */
export function createWebServer(routes: Routes, onError: (error: unknown) => void): Server {
  const paths = new Set(Object.keys(routes).map((route) => route.split(" ")[1]));
  return createServer({ headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS }, async (request, response) => {
    try {
      const path = (request.url ?? "/").split("?")[0] ?? "/";
      const method = request.method === "HEAD" ? "GET" : request.method;
      const route = routes[`${method} ${path}`];
      if (route === undefined) {
        const allowed = Object.keys(routes).filter((one) => one.endsWith(` ${path}`));
        response.setHeader("connection", "close");
        if (allowed.length > 0) {
          response.setHeader("allow", allowed.map((one) => one.split(" ")[0]).join(", "));
        }
        if (paths.has(path)) answer(response, 405, answerText.otherMethod);
        else answer(response, 404, answerText.notFound);
        return;
      }
      await route(request, response);
    } catch (error) {
      // A client that disconnected is not an error.
      if (!request.destroyed || request.complete) {
        onError(error);
      }
      if (!response.headersSent) {
        answer(response, 500, answerText.failed);
      }
    }
  });
}

/** Starts listening and returns the port; throws Node's error (EADDRINUSE, EACCES …). */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((done, fail) => {
    server.once("error", fail);
    server.listen(port, host, () => {
      server.off("error", fail);
      const address = server.address();
      done(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

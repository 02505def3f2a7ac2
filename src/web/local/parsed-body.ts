import type { readBody } from "../read-body.ts";

/** The body as JSON; null: it is none, or was not kept. */
export function parsedBody(body: Awaited<ReturnType<typeof readBody>>): unknown {
  if (typeof body === "string") return null;
  try {
    return JSON.parse(body.bytes.toString("utf8"));
  } catch {
    return null;
  }
}

import type { IncomingMessage } from "node:http";

/** GitHub sends no payload that is larger. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** The request's bytes; null where they are more than `most`. */
export async function readBody(request: IncomingMessage, most = MOST_BYTES): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > most) {
    return null;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > most) {
      return null;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

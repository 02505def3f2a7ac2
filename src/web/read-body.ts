import type { IncomingMessage } from "node:http";

/** GitHub sends no payload that is larger. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** A sender that still sends does not read the answer: up to this many times as much is read and thrown away before it. */
const PATIENCE = 4;

/** The request's bytes; null where they are more than `most`. */
export async function readBody(request: IncomingMessage, most = MOST_BYTES): Promise<Buffer | null> {
  let size = Number(request.headers["content-length"] ?? 0);
  const keep = size <= most;
  if (size > most * PATIENCE) {
    return null;
  }
  size = 0;
  const chunks: Buffer[] = [];
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > most * PATIENCE) {
      return null;
    }
    if (keep && size <= most) {
      chunks.push(chunk as Buffer);
    } else {
      chunks.length = 0;
    }
  }
  return keep && size <= most ? Buffer.concat(chunks) : null;
}

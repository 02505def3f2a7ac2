import type { IncomingMessage } from "node:http";
import type { MemoryBound } from "./memory-bound.ts";

/** GitHub sends no payload that is larger. */
export const MOST_BYTES = 25 * 1024 * 1024;

/** A client that is still sending does not read the response: up to this many times the limit is read and discarded first. */
const PATIENCE = 4;

/** Why a body was not kept: it is too large, or there is no room for it now. */
type Refused = "too large" | "no room";

/**
 * The request's bytes, or why they were not kept. Only received bytes count against `bound`, because announcing a length
 * costs the sender nothing; `release` must be called once the bytes have been verified.
 */
export async function readBody(
  request: IncomingMessage,
  most = MOST_BYTES,
  bound?: MemoryBound,
): Promise<{ readonly bytes: Buffer; release(): void } | Refused> {
  const announced = Number(request.headers["content-length"] ?? 0);
  let refused: Refused | null = announced > most ? "too large" : null;
  if (announced > most * PATIENCE) {
    return "too large";
  }
  let size = 0;
  let held = 0;
  const chunks: Buffer[] = [];
  const release = () => {
    bound?.release(held);
    held = 0;
  };
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      const { length } = chunk as Buffer;
      size += length;
      if (refused === null && size > most) {
        refused = "too large";
      } else if (refused === null && bound?.reserve(length) === false) {
        refused = "no room";
      }
      if (refused === null) {
        held += length;
        chunks.push(chunk as Buffer);
        continue;
      }
      chunks.length = 0;
      release();
      if (size > most * PATIENCE) {
        break;
      }
    }
  } catch (error) {
    release();
    throw error;
  }
  return refused ?? { bytes: Buffer.concat(chunks), release };
}

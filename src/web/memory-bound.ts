/** How much unverified data may be in memory at once, over all requests. */
export interface MemoryBound {
  /** Whether this many more bytes may be held; if so, they count until they are released. */
  reserve(bytes: number): boolean;
  release(bytes: number): void;
}

export function memoryBound(most: number): MemoryBound {
  let held = 0;
  return {
    reserve(bytes) {
      if (held + bytes > most) {
        return false;
      }
      held += bytes;
      return true;
    },
    release(bytes) {
      held -= bytes;
    },
  };
}

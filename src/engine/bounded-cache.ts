/** Values by key in this process. */
export interface BoundedCache<Value> {
  /** null: unknown, or older than it may become. */
  get(key: string, now: Date): Value | null;
  /** `size`: bytes, roughly. What is larger than the limit is not kept, and what is over is forgotten. */
  set(key: string, value: Value, lasts: { readonly size: number; readonly now: Date; readonly until: Date }): void;
  delete(key: string): void;
}

interface Entry<Value> {
  readonly value: Value;
  readonly size: number;
  readonly until: Date;
}

/** The sizes never add up to more than `limit`: the least recently used value is dropped first. */
export function createBoundedCache<Value>(limit: number): BoundedCache<Value> {
  const entries = new Map<string, Entry<Value>>();
  let total = 0;

  function remove(key: string): void {
    total -= entries.get(key)?.size ?? 0;
    entries.delete(key);
  }

  return {
    get(key, now) {
      const entry = entries.get(key);
      if (entry === undefined) return null;
      remove(key);
      if (entry.until <= now) return null;
      entries.set(key, entry);
      total += entry.size;
      return entry.value;
    },
    set(key, value, { size, now, until }) {
      remove(key);
      for (const [old, entry] of entries) if (entry.until <= now) remove(old);
      if (size > limit) return;
      entries.set(key, { value, size, until });
      total += size;
      for (const oldest of entries.keys()) {
        if (total <= limit) break;
        remove(oldest);
      }
    },
    delete: remove,
  };
}

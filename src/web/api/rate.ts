/** How often something may happen: `most` at once, and one more every `seconds`. */
export interface Rate {
  readonly most: number;
  readonly seconds: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** So many are remembered; a full bucket is none. */
const MOST_BUCKETS = 10_000;

/** A token bucket for each key. Answers 0 where there is room, and takes it; else in how many seconds there is. */
export function rateLimit({ most, seconds }: Rate, now = () => performance.now()): (key: string) => number {
  const buckets = new Map<string, Bucket>();
  const filled = ({ left, at }: Bucket) => Math.min(most, left + (now() - at) / 1000 / seconds);

  function forget() {
    for (const [key, bucket] of buckets) if (filled(bucket) >= most) buckets.delete(key);
  }

  return (key) => {
    if (buckets.size >= MOST_BUCKETS) forget();
    const left = filled(buckets.get(key) ?? { left: most, at: now() });
    if (left < 1) return Math.ceil((1 - left) * seconds);
    buckets.set(key, { left: left - 1, at: now() });
    return 0;
  };
}

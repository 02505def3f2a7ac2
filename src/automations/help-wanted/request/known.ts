import type { HelpRequest } from "./request.ts";

/** A request and the number of its issue or pull request. */
export interface KnownRequest {
  readonly number: number;
  readonly request: HelpRequest;
}

/** Each request once, as it stood last. */
export function latestOf(requests: readonly KnownRequest[]): readonly KnownRequest[] {
  const latest = new Map<string, KnownRequest>();
  for (const one of requests) {
    const key = `${one.number} ${one.request.since}`;
    const former = latest.get(key);
    if (former === undefined || former.request.revision < one.request.revision) latest.set(key, one);
  }
  return [...latest.values()];
}

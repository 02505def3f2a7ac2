import type { Memory } from "../../../src/engine/reconcile.ts";
import type { Given, Refusal, Registry } from "../../../src/github/apply/registry.ts";

export interface FakeStore {
  readonly observations: Memory;
  readonly registry: Registry;
  readonly refusals: readonly Refusal[];
  drop(refusals: readonly Refusal[]): Promise<void>;
}

const NOW = { ageSeconds: 1 };

/** The store's observations without a store: of webhooks (`keys`, and when they came), of what was created, of what GitHub refused. */
export function fakeStore(keys: ReadonlyMap<string, Date>, now: () => Date): FakeStore {
  const created = new Map<string, Given>();
  /** Creates without an answer: unknown once, as if lists had caught up by the next time. */
  const unanswered = new Map<string, "asked" | "unsure">();
  const refused = new Map<string, Refusal>();
  const reported = (prefix: string) => [...keys.keys()].filter((key) => key.startsWith(prefix));
  const ageOf = (key: string) => ({ ageSeconds: (now().getTime() - (keys.get(key) ?? now()).getTime()) / 1000 });
  return {
    observations: {
      keys: async (prefix) => reported(prefix),
      created: async (prefix) =>
        [...created].flatMap(([identity, given]) =>
          identity.startsWith(prefix) ? [{ identity, ...given, ...NOW }] : [],
        ),
      drop: async () => {},
      cache: { get: () => null, set() {} },
      summaries: async () => [],
      observed: async (prefix) => reported(prefix).map((key) => ({ key, value: null, ...ageOf(key) })),
    },
    registry: {
      recent: async () => new Map(created),
      async claim(identity) {
        const given = created.get(identity);
        if (given !== undefined) return { kind: "made", given, lagging: true };
        if (unanswered.get(identity) === "asked") {
          unanswered.set(identity, "unsure");
          return { kind: "unsure", seconds: 12 };
        }
        unanswered.set(identity, "asked");
        return { kind: "new" };
      },
      async made(identity, given) {
        created.set(identity, given);
      },
      async unclaim(identity) {
        created.delete(identity);
        unanswered.delete(identity);
      },
      writing: async () => {},
      refused: async (refusal) => void refused.set(refusal.hash, refusal),
      get refusals() {
        return new Set(refused.keys());
      },
    },
    get refusals() {
      return [...refused.values()];
    },
    async drop(refusals) {
      for (const { hash } of refusals) refused.delete(hash);
    },
  };
}

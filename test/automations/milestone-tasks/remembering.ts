import type { Memory } from "../../../src/automations/automation.ts";
import type { Given, Refusal, Registry } from "../../../src/github/apply/registry.ts";

export interface Remembering {
  readonly memory: Memory;
  readonly registry: Registry;
  readonly refusals: readonly Refusal[];
  drop(refusals: readonly Refusal[]): Promise<void>;
}

const NOW = { ageSeconds: 1 };

/** What the store remembers, without a store: of webhooks (`keys`), of what was created, of what GitHub refused. */
export function remembering(keys: ReadonlySet<string>): Remembering {
  const created = new Map<string, Given>();
  const refused = new Map<string, Refusal>();
  const told = (prefix: string) => [...keys].filter((key) => key.startsWith(prefix));
  return {
    memory: {
      recall: async (prefix) => told(prefix),
      created: async (prefix) =>
        [...created].flatMap(([identity, given]) =>
          identity.startsWith(prefix) ? [{ identity, ...given, ...NOW }] : [],
        ),
      drop: async () => {},
      observed: async (prefix) => told(prefix).map((key) => ({ key, value: null, ...NOW })),
    },
    registry: {
      recent: async () => new Map(created),
      async claim(identity) {
        const given = created.get(identity);
        return given === undefined ? { kind: "new" } : { kind: "made", given };
      },
      async made(identity, given) {
        created.set(identity, given);
      },
      unclaim: async (identity) => void created.delete(identity),
      rewrote: async () => {},
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

import type { Claimed, Given, Refusal, Registry } from "../../src/github/apply/registry.ts";

export interface RegistryUnderTest extends Registry {
  readonly log: string[];
  readonly reported: Refusal[];
}

/** A registry in memory. `known`: what lists may not show; `claimed`: the store's answer to a claim. */
export function registryWith({
  known = {},
  claimed = {},
  refusals = [],
}: {
  readonly known?: Readonly<Record<string, Given>>;
  readonly claimed?: Readonly<Record<string, Claimed>>;
  readonly refusals?: readonly string[];
} = {}): RegistryUnderTest {
  const log: string[] = [];
  const reported: Refusal[] = [];
  return {
    log,
    reported,
    refusals: new Set(refusals),
    recent: async () => new Map(Object.entries(known)),
    async claim(identity, { once }) {
      log.push(`claim ${identity}${once ? " once" : ""}`);
      return claimed[identity] ?? { kind: "new" };
    },
    async made(identity, { number, id }) {
      log.push(`made ${identity} ${number ?? "-"} ${id ?? "-"}`);
    },
    async unclaim(identity) {
      log.push(`unclaim ${identity}`);
    },
    async writing(number, { basis, text }) {
      log.push(`writing ${number} ${basis} ${text}`);
    },
    async refused(refusal) {
      reported.push(refusal);
    },
  };
}

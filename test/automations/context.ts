import type { ReconcileContext } from "../../src/automations/automation.ts";
import type { SreConfig } from "../../src/config/schema.ts";
import type { OwnSection } from "../../src/config/section-of.ts";
import type { SectionName } from "../../src/config/sections/every.ts";

/** A Friday, 10:00 in Tokyo. The following Monday is a holiday in Japan. */
export const NOW = new Date("2026-11-20T01:00:00Z");

/** What `plan` of the automation with this section (`sectionOf`) gets beside the facts, in acme/shop. */
export function contextOf<Name extends SectionName>(
  section: OwnSection<Name> | null,
  config: SreConfig,
  target: string,
  now: Date | string = NOW,
): ReconcileContext<Name> {
  if (section === null) throw new Error("the section is needed");
  return {
    section,
    repository: { id: 1, owner: "acme", name: "shop" },
    target,
    now: new Date(now),
    self: { slug: "detoil", login: "detoil[bot]" },
    config,
    loaded: {
      state: "valid",
      config,
      problems: [],
      language: config.language,
      origin: { repository: "acme/shop", path: ".github/sre.yml", commit: "c".repeat(40) },
      inForceSince: null,
      defaultBranch: "main",
      inherited: [],
      suppliers: new Map(),
      isPrivate: true,
    },
    webUrl: "https://github.com",
    granted: null,
    refusals: [],
  };
}

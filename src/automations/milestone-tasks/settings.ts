import { globMatches } from "../../config/glob.ts";
import type { SreConfig } from "../../config/schema.ts";
import type { Look } from "../automation.ts";

export type Settings = NonNullable<SreConfig["milestones"]>;
export type ConfigTask = Settings["tasks"][number];

/** The section; a look exists only where there is one. */
export function settingsOf({ config }: Pick<Look, "config">): Settings {
  if (config.milestones === undefined || config.milestones === null) throw new Error("milestones is off here");
  return config.milestones;
}

/** Whether sre.yml wants tasks in a milestone of this title. */
export function isMatched(title: string, settings: Settings): boolean {
  return globMatches(settings.match, title);
}

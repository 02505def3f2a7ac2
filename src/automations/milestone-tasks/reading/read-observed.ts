import type { IsoDay } from "../../../calendar/day.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Observations, ReconcileContext } from "../../automation.ts";
import { endedPrefix, madePrefix, PARENT_KEY } from "../targets-for.ts";
import { identityOf } from "../task/sub-issues.ts";

/** Issues of a milestone that were deleted or transferred, by what the store knows. */
export interface DeletedIssues {
  readonly keys: readonly string[];
  readonly parent: boolean;
}

export async function readDeleted(observations: Observations, milestone: number): Promise<DeletedIssues> {
  const prefix = endedPrefix(milestone);
  const keys = (await observations.keys(prefix)).map((key) => key.slice(prefix.length));
  return { keys: keys.filter((key) => key !== PARENT_KEY), parent: keys.includes(PARENT_KEY) };
}

/** The team's day on which a webhook reported that the parent is gone; null: none did. */
export async function readParentEnd(
  observations: Observations,
  { now, config }: Pick<ReconcileContext, "now" | "config">,
  milestone: number,
): Promise<IsoDay | null> {
  const key = `${endedPrefix(milestone)}${PARENT_KEY}`;
  const found = (await observations.observed(key)).find((one) => one.key === key);
  return found === undefined ? null : isoDay(new Date(now.getTime() - found.ageSeconds * 1000), config.timezone);
}

const LATELY_SECONDS = 86_400;

/** Tasks created in the last day whose link to the parent the store does not know. */
export async function readUnlinked(
  observations: Observations,
  milestone: number,
  parent: number,
): Promise<ReadonlySet<number>> {
  const made = await observations.created(`task/${milestone}/`);
  const links = new Set((await observations.created(`sub-issue/${parent}/`)).map(({ identity }) => identity));
  return new Set(
    made.flatMap(({ number, id, ageSeconds }) =>
      number !== null && id !== null && ageSeconds < LATELY_SECONDS && !links.has(identityOf(parent, id))
        ? [number]
        : [],
    ),
  );
}

/** The numbers of the issues that were created for this milestone, and for which key. */
export async function readCreated(observations: Observations, milestone: number): Promise<ReadonlyMap<number, string>> {
  const prefix = madePrefix(milestone);
  const made = (await observations.keys(prefix)).map((entry) => entry.slice(prefix.length).split(/\/(.*)/s));
  return new Map(made.map(([number, key = ""]) => [Number(number), key]));
}

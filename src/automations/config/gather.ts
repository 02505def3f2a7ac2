import type { GitHub } from "../../github/client.ts";
import { findOwnIssue } from "../../github/own-issues.ts";
import { hasMarker } from "../../markdown/marker.ts";
import type { Look } from "../automation.ts";
import { mergeGroupIn } from "../merge-group.ts";
import type { ConfigFacts, DefaultFacts, PullFacts } from "./facts.ts";
import { gatherMergeGroup } from "./gather-merge-group.ts";
import { gatherPull } from "./gather-pull.ts";
import { BLOCK } from "./issue.ts";
import { nearMissOnDefault } from "./near-miss.ts";
import { pullsThatMayTouch } from "./open-pulls.ts";
import type { SuiteFacts } from "./suite/facts.ts";
import { gatherSuite, suiteIn } from "./suite/gather.ts";
import { isToldHere } from "./told-here.ts";

const NOTHING: ConfigFacts = { pulls: [], group: null, suite: null, onDefault: null };

/** Reads what one target is about: `default`, `pulls`, `pull/N`, `merge-group/…` or `suite/ID`. */
export async function gather(github: GitHub, look: Look): Promise<ConfigFacts> {
  if (look.target === "default") return { ...NOTHING, onDefault: await gatherDefault(github, look) };
  const group = mergeGroupIn(look.target);
  if (group !== null) return { ...NOTHING, group: await gatherMergeGroup(github, look, group) };
  const suiteId = suiteIn(look.target);
  if (suiteId !== null) return gatherAllOf(github, look, await gatherSuite(github, look, suiteId));
  const numbers = look.target === "pulls" ? await pullsThatMayTouch(github, look) : numberIn(look.target);
  return { ...NOTHING, pulls: await gatherPulls(github, look, numbers) };
}

/** A suite, and whatever else is to be judged on its commit. */
async function gatherAllOf(github: GitHub, look: Look, suite: SuiteFacts | null): Promise<ConfigFacts> {
  if (suite === null) return NOTHING;
  const { group, heads } = suite;
  const numbers = heads.map(({ number }) => number);
  return {
    ...NOTHING,
    suite,
    group: group === null ? null : await gatherMergeGroup(github, look, group),
    pulls: await gatherPulls(github, look, numbers),
  };
}

async function gatherPulls(github: GitHub, look: Look, numbers: readonly number[]): Promise<PullFacts[]> {
  const pulls: PullFacts[] = [];
  // one after the other: GitHub asks Apps not to call in parallel
  for (const number of numbers) {
    const pull = await gatherPull(github, look, number);
    if (pull) pulls.push(pull);
  }
  return pulls;
}

function numberIn(target: string): number[] {
  const number = /^pull\/(\d+)$/.exec(target)?.[1];
  return number === undefined ? [] : [Number(number)];
}

async function gatherDefault(github: GitHub, look: Look): Promise<DefaultFacts> {
  const problems = look.loaded.problems.filter(isToldHere);
  const misnamed = await nearMissOnDefault(github, look);
  const found = await findOwnIssue(github, {
    ...look,
    isIt: (body) => hasMarker(body, BLOCK),
    states: "all",
    mustBeSure: problems.length > 0 || misnamed !== null,
  });
  return { problems, misnamed, ...found };
}

import type { GitHub } from "../../../github/client.ts";
import type { Kept, ReadCache, ReconcileContext } from "../../automation.ts";
import type { MissingLane } from "../facts.ts";
import { bytesOf, type Histories, isSettled, keyOf } from "./kept-histories.ts";
import { missingOr, notCompared, type OpenLane } from "./open-lane.ts";
import { type LaneHistory, readHistory } from "./read-history.ts";
import type { PullPages } from "./read-lane.ts";

const HISTORIES: Kept<Histories> = { name: "histories" };

/** A lane with both branches, and its history. */
export interface WithHistory {
  readonly kind: "with history";
  readonly open: OpenLane;
  readonly history: LaneHistory;
}

/**
 * The histories of the lanes: those that were read last while the tips of the branches and the pull requests that were
 * updated last are the same, else from GitHub. Adds pull requests to `shared`.
 */
export async function readHistories(
  github: GitHub,
  context: ReconcileContext,
  cache: ReadCache,
  opened: readonly (OpenLane | MissingLane)[],
  shared: PullPages,
): Promise<readonly (WithHistory | MissingLane)[]> {
  const key = keyOf(context.repository, opened);
  const kept = cache.get(HISTORIES, key);
  for (const pull of kept?.pulls ?? []) shared.pulls.set(pull.number, pull);
  const lanes = opened.map(({ lane }) => lane);
  const all: (WithHistory | MissingLane)[] = [];
  let isSure = kept === null;
  for (const [at, open] of opened.entries()) {
    if (open.kind === "missing") {
      all.push(open);
      continue;
    }
    const known = kept?.lanes[at] ?? null;
    const read = known === null ? await readHistory(github, context, open, lanes, shared) : null;
    const history = known ?? read?.history ?? null;
    isSure &&= read !== null && isSettled(opened, open, read, context.now);
    all.push(
      history === null
        ? await missingOr(notCompared(open.lane), github, context, open.lane)
        : { kind: "with history", open, history },
    );
  }
  if (isSure) {
    const histories = {
      pulls: [...shared.pulls.values()],
      lanes: all.map((one) => (one.kind === "missing" ? null : one.history)),
    };
    cache.set(HISTORIES, key, histories, bytesOf(histories));
  }
  return all;
}

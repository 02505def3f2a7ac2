import type { Action } from "../../../github/actions.ts";
import { code } from "../../../markdown/escape.ts";
import { sameText } from "../../../markdown/line-ends.ts";
import { findMarkers, marker } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { LaneFacts, MissingLane, StatusIssue } from "../facts.ts";
import { openingRef, type RefusedOpening, refusalData, refusedOpening, storedRefusals } from "./refused-opening.ts";
import { statusIssueText } from "./text.ts";

const KEY = "release-lane";

/** A lane, and the plan for it. */
export interface ReportedLane {
  readonly facts: LaneFacts | MissingLane;
  /** Its pull request is about to be opened. */
  readonly opens: boolean;
  /** Something waits to be released. */
  readonly waits: boolean;
}

/** Whether it is the issue about release pull requests that cannot be opened. */
export function isStatusIssue(body: string): boolean {
  return findMarkers(body)[0]?.key === KEY;
}

/** One issue while there are lanes whose release pull request cannot be opened; closed once all can. */
export function planStatusIssue(lanes: readonly ReportedLane[], context: ReconcileContext): Action[] {
  const text = statusIssueText(context.config.language);
  const statusIssues = lanes.flatMap(({ facts }): readonly StatusIssue[] => facts.statusIssues);
  const statusIssue = statusIssues.find((one) => one.open);
  const stored = storedRefusals(statusIssue?.body ?? "");
  const stopped = lanes.flatMap((lane) => stoppedBy(lane, stored, context));
  // Whether GitHub opens these now is not known yet: without an answer the issue stays as it is.
  const tried = lanes.filter(({ facts, opens }) => opens && stored.has(openingRef(facts.lane)));
  const after = tried
    .map(({ facts }) => openingRef(facts.lane))
    .filter((ref) => !stopped.some((lane) => lane.ref === ref));
  const waits = after.length === 0 ? {} : { after: after.map((ref) => ({ ref })) };
  if (stopped.length === 0) {
    if (statusIssue === undefined) return [];
    const body = `${marker(KEY)}\n${text.over(after.map((ref) => `#{{ref:${ref}}}`))}`;
    const because = "every release pull request can be opened again";
    const closed = { state: "closed", state_reason: "completed", ...waits, because } as const;
    return [{ action: "update-issue", number: statusIssue.number, body, ...closed }];
  }
  const title = text.title(stopped);
  const lines = stopped.map(({ from, to, why }) => `- ${code(from)} → ${code(to)}: ${why}`);
  const refused = new Map(stopped.flatMap((lane) => (lane.refusal === null ? [] : [[lane.ref, lane.refusal]])));
  const head = marker(KEY, refusalData(refused));
  const body = [head, text.intro(stopped.length), "", ...lines, "", text.outlook].join("\n");
  const because = "a release pull request cannot be opened";
  // Somebody closed this very issue: do not open it again.
  if (statusIssue === undefined && statusIssues.some((one) => sameText(one.body, body))) return [];
  if (statusIssue === undefined)
    return [{ action: "create-issue", ref: KEY, identity: `issue/${KEY}`, title, body, because }];
  if (statusIssue.title === title && sameText(statusIssue.body, body)) return [];
  return [{ action: "update-issue", number: statusIssue.number, title, body, ...waits, because }];
}

interface StoppedLane {
  readonly ref: string;
  readonly from: string;
  readonly to: string;
  readonly why: string;
  readonly refusal: RefusedOpening | null;
}

/** Empty where the lane's release pull request can be opened, or where nothing is reported. */
function stoppedBy(
  lane: ReportedLane,
  stored: ReadonlyMap<string, RefusedOpening>,
  context: ReconcileContext,
): StoppedLane[] {
  const { facts } = lane;
  if (facts.silent) return [];
  const text = statusIssueText(context.config.language);
  const url = configUrlOf(context);
  const { from, to, schedule } = facts.lane;
  const stopped = { ref: openingRef(facts.lane), from, to };
  if (facts.kind === "missing") {
    const why = facts.branches.length === 0 ? text.unrelated(url) : text.missing(facts.branches, url);
    return [{ ...stopped, why, refusal: null }];
  }
  if (facts.outsider !== null)
    return [{ ...stopped, why: text.outsider(facts.outsider.number, facts.outsider.author), refusal: null }];
  const refusal = refusalOn(lane, facts, stored.get(stopped.ref) ?? null, context);
  return refusal === null ? [] : [{ ...stopped, why: text.refused(refusal, schedule !== null, url), refusal }];
}

/** A reported refusal holds until the next try, however long a freeze or a schedule delays it. */
function refusalOn(
  { opens, waits }: ReportedLane,
  facts: LaneFacts,
  stored: RefusedOpening | null,
  context: ReconcileContext,
) {
  if (facts.openPull !== null) return null;
  return refusedOpening(facts.lane, context) ?? (waits && !opens ? stored : null);
}

import type { Action } from "../../../github/actions.ts";
import { type AllClear, planStatusIssue, type Report, statusData } from "../../../managed/status-issue.ts";
import { code } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { LaneFacts, MissingLane } from "../facts.ts";
import { openingRef, type RefusedOpening, refusalData, refusedOpening, storedRefusals } from "./refused-opening.ts";
import { type NoticeText, statusIssueText } from "./text.ts";

/** The key of its marker. */
export const STATUS_ISSUE = "release-lane";

/** A lane, and the plan for it. */
export interface ReportedLane {
  readonly facts: LaneFacts | MissingLane;
  /** Its pull request is about to be opened. */
  readonly opens: boolean;
  /** Something waits to be released. */
  readonly waits: boolean;
}

/** One issue while there are lanes whose release pull request cannot be opened; closed once all can. */
export function planLanesIssue(lanes: readonly ReportedLane[], context: ReconcileContext): Action[] {
  const text = statusIssueText(context.config.language);
  const issues = lanes.flatMap(({ facts }) => facts.statusIssues);
  const stored = storedRefusals(statusData(STATUS_ISSUE, issues));
  const stopped = lanes.flatMap((lane) => stoppedBy(lane, stored, context));
  // Whether GitHub opens these now is not known yet: without an answer the issue stays as it is.
  const after = lanes
    .filter(({ facts, opens }) => opens && stored.has(openingRef(facts.lane)))
    .map(({ facts }) => openingRef(facts.lane))
    .filter((ref) => !stopped.some((lane) => lane.ref === ref));
  const foot = text.signature(configUrlOf(context));
  const status = stopped.length === 0 ? allClear(after, foot, text) : report(stopped, foot, text);
  // Lanes of a repository without issues are silent.
  return planStatusIssue(
    STATUS_ISSUE,
    { issues, hasIssues: true },
    status,
    after.map((ref) => ({ ref })),
  );
}

function allClear(opened: readonly string[], foot: string, text: NoticeText): AllClear {
  const content = [text.over(opened.map((ref) => `#{{ref:${ref}}}`)), foot].join("\n\n");
  return { kind: "all-clear", content, because: "every release pull request can be opened again" };
}

function report(stopped: readonly StoppedLane[], foot: string, text: NoticeText): Report {
  const lines = stopped.map(({ from, to, why }) => `- ${code(from)} → ${code(to)}: ${why}`);
  const refused = new Map(stopped.flatMap((lane) => (lane.refusal === null ? [] : [[lane.ref, lane.refusal]])));
  return {
    kind: "report",
    title: text.title(stopped),
    content: [text.intro(stopped.length), "", ...lines, "", text.outlook, "", foot].join("\n"),
    subjects: stopped.map(({ ref, problem }) => `${ref} ${problem}`),
    data: refusalData(refused),
    because: "a release pull request cannot be opened",
  };
}

interface StoppedLane {
  readonly ref: string;
  readonly from: string;
  readonly to: string;
  /** The kind of the problem, whatever the language. */
  readonly problem: string;
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
    const problem = `missing ${facts.branches.join(" ")}`;
    return [{ ...stopped, problem, why, refusal: null }];
  }
  if (facts.outsider !== null)
    return [
      {
        ...stopped,
        problem: `outsider ${facts.outsider.number}`,
        why: text.outsider(facts.outsider.number, facts.outsider.author),
        refusal: null,
      },
    ];
  const refusal = refusalOn(lane, facts, stored.get(stopped.ref) ?? null, context);
  if (refusal === null) return [];
  const problem = `refused ${refusal.status}`;
  return [{ ...stopped, problem, why: text.refused(refusal, schedule !== null, url), refusal }];
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

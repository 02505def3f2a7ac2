import type { Action } from "../../../github/actions.ts";
import { code } from "../../../markdown/escape.ts";
import { findMarkers, marker } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { LaneFacts, MissingLane, Notice } from "../facts.ts";
import {
  openingRef,
  type RefusedOpening,
  refusedOpening,
  rememberedRefusals,
  rememberRefusals,
} from "./refused-opening.ts";
import { noticeText } from "./text.ts";

const NOTICE = "release-lane";

/** A lane, and the plan for it. */
export interface NoticedLane {
  readonly facts: LaneFacts | MissingLane;
  /** Its pull request is about to be opened. */
  readonly opens: boolean;
  /** Something waits to be released. */
  readonly waits: boolean;
}

/** Whether it is the issue about release pull requests that cannot be opened. */
export function isNotice(body: string): boolean {
  return findMarkers(body)[0]?.key === NOTICE;
}

/** One issue while there are lanes whose release pull request cannot be opened; closed once all can. */
export function planNotice(lanes: readonly NoticedLane[], context: ReconcileContext): Action[] {
  const text = noticeText(context.config.language);
  const notices = lanes.flatMap(({ facts }): readonly Notice[] => facts.notices);
  const notice = notices.find((one) => one.open);
  const told = rememberedRefusals(notice?.body ?? "");
  const stopped = lanes.flatMap((lane) => stoppedBy(lane, told, context));
  // Whether GitHub opens these now is not known yet: without an answer the issue stays as it is.
  const tried = lanes.filter(({ facts, opens }) => opens && told.has(openingRef(facts.lane)));
  const after = tried
    .map(({ facts }) => openingRef(facts.lane))
    .filter((ref) => !stopped.some((lane) => lane.ref === ref));
  const waits = after.length === 0 ? {} : { after: after.map((ref) => ({ ref })) };
  if (stopped.length === 0) {
    if (notice === undefined) return [];
    const body = `${marker(NOTICE)}\n${text.over(after.map((ref) => `#{{ref:${ref}}}`))}`;
    const because = "every release pull request can be opened again";
    const closed = { state: "closed", state_reason: "completed", ...waits, because } as const;
    return [{ action: "update-issue", number: notice.number, body, ...closed }];
  }
  const title = text.title(stopped);
  const lines = stopped.map(({ from, to, why }) => `- ${code(from)} → ${code(to)}: ${why}`);
  const refused = new Map(stopped.flatMap((lane) => (lane.refusal === null ? [] : [[lane.ref, lane.refusal]])));
  const head = marker(NOTICE, rememberRefusals(refused));
  const body = [head, text.intro(stopped.length), "", ...lines, "", text.outlook].join("\n");
  const because = "a release pull request cannot be opened";
  // Somebody closed this very issue: do not open it again.
  if (notice === undefined && notices.some((one) => plain(one.body) === body)) return [];
  if (notice === undefined)
    return [{ action: "create-issue", ref: NOTICE, identity: `issue/${NOTICE}`, title, body, because }];
  if (notice.title === title && plain(notice.body) === body) return [];
  return [{ action: "update-issue", number: notice.number, title, body, ...waits, because }];
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
  lane: NoticedLane,
  told: ReadonlyMap<string, RefusedOpening>,
  context: ReconcileContext,
): StoppedLane[] {
  const { facts } = lane;
  if (facts.silent) return [];
  const text = noticeText(context.config.language);
  const url = configUrlOf(context);
  const { from, to, schedule } = facts.lane;
  const stopped = { ref: openingRef(facts.lane), from, to };
  if (facts.kind === "missing") {
    const why = facts.branches.length === 0 ? text.unrelated(url) : text.missing(facts.branches, url);
    return [{ ...stopped, why, refusal: null }];
  }
  if (facts.outsider !== null)
    return [{ ...stopped, why: text.outsider(facts.outsider.number, facts.outsider.author), refusal: null }];
  const refusal = refusalOn(lane, facts, told.get(stopped.ref) ?? null, context);
  return refusal === null ? [] : [{ ...stopped, why: text.refused(refusal, schedule !== null, url), refusal }];
}

/** A reported refusal holds until the next try, however long a freeze or a schedule delays it. */
function refusalOn(
  { opens, waits }: NoticedLane,
  facts: LaneFacts,
  told: RefusedOpening | null,
  context: ReconcileContext,
) {
  if (facts.openPull !== null) return null;
  return refusedOpening(facts.lane, context) ?? (waits && !opens ? told : null);
}

function plain(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

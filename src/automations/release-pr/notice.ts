import type { Action } from "../../github/actions.ts";
import { code } from "../../markdown/escape.ts";
import { findMarkers, marker } from "../../markdown/marker.ts";
import type { Look } from "../automation.ts";
import { configUrlOf } from "../config-url.ts";
import type { LaneFacts, LanesFacts, MissingLane, Notice } from "./facts.ts";
import { type NoticeText, noticeText } from "./notice-text.ts";

const NOTICE = "release-lane";

/** Is it the issue about release pull requests that cannot be opened? */
export function isNotice(body: string): boolean {
  return findMarkers(body)[0]?.key === NOTICE;
}

/** One issue while there are lanes whose release pull request cannot be opened; closed when all can. */
export function planNotice(facts: LanesFacts, look: Look): Action[] {
  const text = noticeText(look.config.language);
  const stopped = facts.lanes.flatMap((lane) => {
    const why = lane.silent ? null : reasonOf(lane, text, configUrlOf(look));
    return why === null ? [] : [{ lane: lane.lane, why }];
  });
  const notices = facts.lanes.flatMap((lane): readonly Notice[] => lane.notices);
  const notice = notices.find((one) => one.open);
  if (stopped.length === 0) {
    if (notice === undefined) return [];
    const body = `${marker(NOTICE)}\n${text.over}`;
    const because = "every release pull request can be opened again";
    const closed = { state: "closed", state_reason: "completed", because } as const;
    return [{ action: "update-issue", number: notice.number, body, ...closed }];
  }
  const title = text.title(stopped.map(({ lane }) => lane));
  const lines = stopped.map(({ lane, why }) => `- ${code(lane.from)} → ${code(lane.to)}: ${why}`);
  const body = [marker(NOTICE), text.intro(stopped.length), "", ...lines, "", text.outlook].join("\n");
  const because = "a release pull request cannot be opened";
  // Whoever closed just this one is left in peace.
  if (notice === undefined && notices.some((one) => plain(one.body) === body)) return [];
  if (notice === undefined)
    return [{ action: "create-issue", ref: NOTICE, identity: `issue/${NOTICE}`, title, body, because }];
  if (notice.title === title && plain(notice.body) === body) return [];
  return [{ action: "update-issue", number: notice.number, title, body, because }];
}

/** Why no release pull request can be opened; null: one can. */
function reasonOf(lane: LaneFacts | MissingLane, text: NoticeText, configUrl: string | null): string | null {
  if (lane.kind === "read")
    return lane.stranger === null ? null : text.stranger(lane.stranger.number, lane.stranger.author);
  return lane.branches.length === 0 ? text.unrelated(configUrl) : text.missing(lane.branches, configUrl);
}

function plain(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

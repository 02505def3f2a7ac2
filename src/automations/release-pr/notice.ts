import type { Action } from "../../github/actions.ts";
import { findMarkers, marker } from "../../markdown/marker.ts";
import type { Look } from "../automation.ts";
import { configUrlOf } from "../config-url.ts";
import type { LanesFacts, MissingLane, Notice } from "./facts.ts";
import { textOf } from "./text.ts";

const NOTICE = "release-lane";

/** Is it the issue about lanes that cannot be looked at? */
export function isNotice(body: string): boolean {
  return findMarkers(body)[0]?.key === NOTICE;
}

/** One issue while lanes of this repository name branches that do not exist; closed when they are there. */
export function planNotice(facts: LanesFacts, look: Look): Action[] {
  const text = textOf(look.config.language);
  const missing = facts.lanes.filter((lane): lane is MissingLane => lane.kind === "missing" && !lane.silent);
  const notices = facts.lanes.flatMap((lane): readonly Notice[] => lane.notices);
  const notice = notices.find((one) => one.open);
  if (missing.length === 0) {
    if (notice === undefined) return [];
    const body = `${marker(NOTICE)}\n${text.missingMended}`;
    const closed = { state: "closed", state_reason: "completed", because: "every lane has its branches" } as const;
    return [{ action: "update-issue", number: notice.number, body, ...closed }];
  }
  const lines = missing.map((lane) => text.missingLine(lane.lane.from, lane.lane.to, lane.branches));
  const title = text.missingTitle(missing.length);
  const body = [
    marker(NOTICE),
    text.missingIntro(missing.length),
    "",
    ...lines,
    "",
    text.missingRemedy(configUrlOf(look)),
  ].join("\n");
  const because = "a lane whose branch is missing cannot be kept";
  // Whoever closed just this one is left in peace.
  if (notice === undefined && notices.some((one) => plain(one.body) === body)) return [];
  if (notice === undefined)
    return [{ action: "create-issue", ref: NOTICE, identity: `issue/${NOTICE}`, title, body, because }];
  if (notice.title === title && plain(notice.body) === body) return [];
  return [{ action: "update-issue", number: notice.number, title, body, because }];
}

function plain(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

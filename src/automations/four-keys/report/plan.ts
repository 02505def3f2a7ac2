import { formatDay, formatMoment } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { Plan } from "../../../github/actions.ts";
import { LONGEST_BODY } from "../../../github-limits.ts";
import { replaceBlock } from "../../../managed/managed-body.ts";
import { planStatusIssue, type Report } from "../../../managed/status-issue.ts";
import { lengthOf } from "../../../markdown/length.ts";
import { settingsOf } from "../../../metrics/configured.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { issueContent } from "./body.ts";
import type { ReportFacts } from "./facts.ts";
import { nextRefresh } from "./periods.ts";
import { messages } from "./text.ts";
import type { View } from "./view.ts";

export const BLOCK = "four-keys";

/** For the markers and what they store. */
const MARKERS = 1000;

/**
 * The one issue with the numbers, rewritten in place. It is never over, and has nothing that a person who closed it could
 * not know: closed, it stays closed. Where people's own words leave no room, nothing is written.
 */
export function planReport({ issue, hasIssues, ...shown }: ReportFacts, context: ReconcileContext<"four-keys">): Plan {
  const view = viewOf(context);
  const around = issue === null ? "" : replaceBlock(issue.body, BLOCK, "");
  const ends = { next: nextRefresh(context)?.getTime() ?? null, configUrl: configUrlOf(context) };
  const content = issueContent(shown, ends, view, LONGEST_BODY - MARKERS - lengthOf(around));
  if (content === null) return [];
  const status: Report = {
    kind: "report",
    title: view.text.title,
    content,
    subjects: [],
    because: "the team reads its Four Keys here",
  };
  return planStatusIssue(BLOCK, { issues: issue === null ? [] : [issue], hasIssues }, status);
}

function viewOf({ config, section, now, webUrl, repository }: ReconcileContext<"four-keys">): View {
  const { language, timezone } = config;
  return {
    language,
    text: messages(language),
    settings: settingsOf(section, timezone),
    section,
    repoUrl: `${webUrl}/${repository.owner}/${repository.name}`,
    today: isoDay(now, timezone),
    day: (time) => formatDay(new Date(time), timezone, language, now),
    moment: (time) => formatMoment(new Date(time), timezone, language, now),
  };
}

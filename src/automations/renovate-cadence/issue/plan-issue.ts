import { nextTick } from "../../../calendar/cron.ts";
import { formatDay, formatMoment } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { CreateIssue, UpdateIssue } from "../../../github/actions.ts";
import { showsTitles } from "../../../github/web-url.ts";
import { LONGEST_BODY } from "../../../github-limits.ts";
import { replaceBlock } from "../../../managed/managed-body.ts";
import { planStatusIssue, type Report } from "../../../managed/status-issue.ts";
import { lengthOf } from "../../../markdown/length.ts";
import { urlPath } from "../../../markdown/url-path.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { Assessment } from "../assessment.ts";
import { ISSUE } from "../issue-key.ts";
import { issueContent } from "./body.ts";
import { periodName } from "./period-name.ts";
import { messages } from "./text.ts";
import type { View } from "./view.ts";

type Context = ReconcileContext<"renovate">;

/** For the markers and what they store. */
const MARKERS = 1000;

/**
 * The one issue about the cadence, rewritten in place. Whoever closes it knows what it says: it opens again once the promise is broken
 * in another way. Where people's own words leave no room, nothing is written.
 */
export function planIssue(assessment: Assessment, context: Context): (CreateIssue | UpdateIssue)[] {
  const { issue, hasIssues } = assessment.facts;
  const view = viewOf(assessment, context);
  const around = issue === null ? "" : replaceBlock(issue.body, ISSUE, "");
  const { section, config, now } = context;
  const next = nextTick(section.report, config.timezone, now)?.getTime() ?? null;
  const ends = { next, editUrl: editUrlOf(context), configUrl: configUrlOf(context) };
  const content = issueContent(assessment, ends, view, LONGEST_BODY - MARKERS - lengthOf(around));
  if (content === null) return [];
  const status: Report = {
    kind: "report",
    title: view.text.title,
    content,
    subjects: subjectsOf(assessment),
    because: "the team reads here whether it keeps its promise",
  };
  return planStatusIssue(ISSUE, { issues: issue === null ? [] : [issue], hasIssues }, status);
}

/** What whoever closes the issue has heard of. */
function subjectsOf({ measured: { breaches }, terms }: Assessment): string[] {
  const { late, security, missed } = breaches;
  const byDays = terms.cadence.duration.unit === "days";
  return [
    ...(late.length > 0 ? ["late"] : []),
    ...security.map(({ number }) => `security/${number}`),
    ...(missed === null
      ? []
      : [byDays ? "missed" : `missed/${isoDay(new Date(missed.from), terms.calendar.timezone)}`]),
  ];
}

/** Where GitHub edits this repository's sre.yml, if the promise is in it. */
function editUrlOf({ loaded: { origin, inherited }, repository: { owner, name }, webUrl }: Context): string | null {
  const isOwn = origin?.repository === `${owner}/${name}` && !inherited.includes("renovate.cadence");
  return origin === null || !isOwn ? null : `${webUrl}/${origin.repository}/edit/HEAD/${urlPath(origin.path)}`;
}

export function viewOf({ terms }: Pick<Assessment, "terms">, context: Context): View {
  const { config, now, webUrl, repository } = context;
  const { language, timezone } = config;
  return {
    language,
    text: messages(language),
    terms,
    repoUrl: `${webUrl}/${repository.owner}/${repository.name}`,
    showsTitles: showsTitles(webUrl),
    day: (time) => formatDay(new Date(time), timezone, language, now),
    moment: (time) => formatMoment(new Date(time), timezone, language, now),
    period: (period, where) => periodName(period, terms.cadence, { timezone, language, where }),
  };
}

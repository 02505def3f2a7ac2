import { addDays, type IsoDay } from "../../../calendar/day.ts";
import { formatIsoDay, formatMoment, type Language } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import { barChart } from "../../../markdown/bar-chart.ts";
import { code } from "../../../markdown/escape.ts";
import { folded } from "../../../markdown/folded.ts";
import { table } from "../../../markdown/table.ts";
import { urlPath } from "../../../markdown/url-path.ts";
import type { weekOf } from "./duty.ts";
import { type Clock, DAYS, type Numbers, type OpenRequest } from "./numbers.ts";
import type { ReportText } from "./text.ts";

/** GitHub's own blues (Primer), the light one behind. */
const [LIGHT, DARK] = ["#80ccff", "#0969da"] as const;
const MOST_BARS = 20;
const MOST_LISTED = 20;

export interface View {
  readonly text: ReportText;
  readonly language: Language;
  readonly clock: Clock;
  readonly strategy: "rotation" | "least-loaded" | "on-call";
  /** `respond-within`, as it is written. */
  readonly within: string;
  readonly webUrl: string;
  /** Everybody can read the report. */
  readonly isPublic: boolean;
  readonly isShared: boolean;
  readonly next: Date | null;
  readonly configUrl: string | null;
}

export function reportContent(numbers: Numbers, week: ReturnType<typeof weekOf>, view: View): string {
  const { text, language, clock, within, next } = view;
  const parts = [
    headOf(numbers, view),
    openPart(numbers, view),
    weekPart(week, view),
    numbersPart(numbers, view),
    loadPart(numbers, view),
    folded(
      text.howSummary,
      text
        .how(DAYS, within)
        .map((line) => `- ${line}`)
        .join("\n"),
    ),
    next === null ? null : text.next(formatMoment(next, clock.calendar.timezone, language, clock.now)),
    text.signature(view.configUrl),
  ];
  return parts.filter((part) => part !== null).join("\n\n");
}

function headOf({ people, nobodys, answers }: Numbers, view: View): string {
  const { text, clock } = view;
  const open = [...people.flatMap((person) => person.open), ...nobodys];
  const since = dayIn(addDays(isoDay(clock.now, clock.calendar.timezone), -DAYS), view);
  const lines = [
    text.lead(open.length, open.filter(({ isLate }) => isLate).length),
    answers.due === 0 ? text.noAnswers(since) : text.inTime(answers.inTime, answers.due, since),
    ...(view.isShared ? [] : [text.ownOnly]),
  ];
  return lines.join("\n");
}

function openPart({ people, nobodys }: Numbers, view: View): string | null {
  const { text } = view;
  const rows = [
    ...people.map(({ login, open }) => ({ who: code(login), open })),
    { who: text.nobodyYet, open: nobodys },
  ].filter(({ open }) => open.length > 0);
  if (rows.length === 0) return null;
  const cells = rows.map(({ who, open }) => [who, String(open.length), requestsCell(open, view)]);
  return `### ${text.openHeading}\n\n${table(text.openColumns, cells)}`;
}

/** What is in private repositories is named only where they who read the report are no public. */
function requestsCell(open: readonly OpenRequest[], view: View): string {
  const { text, isPublic } = view;
  const named = open.filter(({ isPrivate }) => !(isPublic && isPrivate));
  const hidden = open.length - named.length;
  const unlisted = named.length - MOST_LISTED;
  return [
    ...named.slice(0, MOST_LISTED).map((request) => requestCell(request, view)),
    ...(unlisted > 0 ? [text.more(unlisted)] : []),
    ...(hidden > 0 ? [text.inPrivate(hidden)] : []),
  ].join("<br>");
}

function requestCell({ repo, number, since, state, isLate }: OpenRequest, view: View): string {
  const { text, webUrl } = view;
  // GitHub leads from an issue's address to a pull request's of that number.
  const link = `[${repo}#${number}](${webUrl}/${urlPath(repo)}/issues/${number})`;
  const standing = isLate ? "late" : state === "asked" || state === "escalated" ? null : state;
  const told = text.since(link, dayIn(since, view));
  return standing === null ? told : `${told} · ${text.standing[standing]}`;
}

function weekPart({ duty, nobody, away }: ReturnType<typeof weekOf>, view: View): string {
  const { text, strategy } = view;
  const spans = duty.map(({ who, from, to }) =>
    text.span(code(who), dayIn(from, view), from === to ? null : dayIn(to, view)),
  );
  const lines = [
    ...(strategy === "on-call" ? [] : [text.turns(strategy)]),
    ...(duty.length > 0 ? [text.onCall(spans.join(text.comma))] : []),
    ...(nobody.length === 0
      ? []
      : [duty.length === 0 ? text.nobodyEver : text.nobodyOn(nobody.map((day) => dayIn(day, view)).join(text.comma))]),
    ...(away.length === 0
      ? []
      : [text.away(away.map(({ who, to }) => text.until(code(who), dayIn(to, view))).join(text.comma))]),
  ];
  return `### ${text.weekHeading}\n\n${lines.map((line) => `- ${line}`).join("\n")}`;
}

function numbersPart({ toAnswer, answers, passed }: Numbers, { text }: View): string | null {
  const { count, median, p90 } = toAnswer;
  if (count === 0 && answers.due === 0 && passed === 0) return null;
  const time = (value: number | null) => (value === null ? "–" : text.ofAnswers(text.duration(value), count));
  const { inTime, due } = answers;
  const rows = [
    [text.median, time(median)],
    [text.p90, time(p90)],
    [text.share, due === 0 ? "–" : text.ofDue(Math.floor((100 * inTime) / due), inTime, due)],
    [text.passed, text.times(passed)],
  ];
  return `### ${text.numbersHeading(DAYS)}\n\n${table(text.numbersColumns, rows)}`;
}

function loadPart({ people }: Numbers, { text }: View): string | null {
  if (people.length === 0) return null;
  const shown = people.slice(0, MOST_BARS);
  const chart = barChart({
    title: text.chart,
    places: shown.map(({ login }) => login),
    series: [
      { values: shown.map(({ asked, open }) => Math.max(asked, open.length)), color: LIGHT },
      { values: shown.map(({ open }) => open.length), color: DARK },
    ],
    least: 5,
  });
  const rows = people.map(({ login, asked, open }) => [code(login), String(asked), String(open.length)]);
  const parts = [
    `### ${text.loadHeading}`,
    chart,
    text.chartLegend(DAYS),
    folded(text.loadTable, table(text.loadColumns, rows)),
  ];
  return parts.join("\n\n");
}

function dayIn(day: IsoDay, { language, clock }: View): string {
  return formatIsoDay(day, language, isoDay(clock.now, clock.calendar.timezone));
}

import { readFileSync } from "node:fs";
import { shownText } from "../../../../config/text/quote.ts";
import { Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { deployments } from "./deployments.ts";
import { detail } from "./detail.ts";
import { keys } from "./keys.ts";
import { meaning } from "./meaning.ts";
import { missing } from "./missing.ts";
import { named } from "./names.ts";
import { page } from "./page.ts";
import { shownFor } from "./shown.ts";
import { slowest } from "./slowest.ts";
import { stages } from "./stages.ts";
import { weeks } from "./weeks.ts";

/** More repositories than these are counted only. */
const MOST_NAMED = 5;

/**
 * One page that needs nothing else: to open, to send, to print. It is as long for a million changes as for a thousand, because
 * everything on it is a number, a week or one of a bounded list. `webUrl`: the GitHub that the repositories are on.
 */
export function printHtml(measured: Measured, webUrl: string): string {
  const { window, settings, language, at } = measured;
  const shown = shownFor(measured);
  const { text } = shown;
  const style = new Html(readFileSync(new URL("style.css", import.meta.url), "utf8"));
  const repos = [
    ...new Set([...measured.records.changes, ...measured.records.deployments].map(({ repo }) => repo)),
  ].sort();
  const place = { webUrl, single: repos.length === 1 };
  const title = repos.length === 1 ? `${text.title} · ${shownText(repos[0] ?? "")}` : text.title;
  return page(
    { language, title, style },
    html`<header>
<h1>${text.title}</h1>
<p>${repos.slice(0, MOST_NAMED).map((repo, index) => [index > 0 && ", ", named(repo)])}${repos.length > MOST_NAMED && ` ${text.more(repos.length - MOST_NAMED)}`}</p>
<p>${text.window(shown.moment(window.from), shown.moment(window.to))}</p>
<p class="note">${text.made(settings.timezone, shown.moment(at))}</p>
</header>
${keys(measured, shown)}${weeks(measured, shown)}${stages(measured, shown)}${slowest(measured, shown, place)}${missing(measured, shown, place)}${deployments(measured, shown, place)}${detail(measured, shown)}${meaning(measured, shown)}`,
  ).text;
}

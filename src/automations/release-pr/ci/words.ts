import { code } from "../../../markdown/escape.ts";
import { linkTarget } from "../../../markdown/link-target.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { repoUrlOf } from "../body/template-values.ts";
import type { Check } from "./checks.ts";
import type { CiFacts } from "./facts.ts";
import type { NoticeData } from "./notice.ts";
import type { Ended } from "./outcome.ts";
import { addressed } from "./people.ts";
import { sinceGreen } from "./since-green.ts";
import { ciText } from "./text.ts";

const MOST_FAILED = 20;
const MOST_MERGED = 20;

/** What is said once all checks have ended. */
export function noticeText(facts: CiFacts, outcome: Ended, context: ReconcileContext): string {
  const text = ciText(context.config.language);
  const { failed, passed, skipped } = outcome;
  const commit = commitLink(facts.headOid, context);
  const { logins, pings } = addressed(facts, outcome, context);
  const to = text.to(logins.map((login) => (pings ? `@${login}` : login)));
  const isGreen = outcome.kind === "green";
  const parts = [
    `${to}${isGreen ? text.green(passed, skipped, commit) : text.red(failed.length, failed.length + passed + skipped, commit)}`,
    isGreen ? "" : failedList(facts, failed, context),
    isGreen ? "" : mergedSince(facts, context),
    isGreen ? text.greenNext : text.redNext(facts.lane.from),
    facts.hasStatuses ? "" : text.noStatuses,
    text.signature(configUrlOf(context)),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

/** What is said instead once the branch has moved on: a new comment tells how that ends. */
export function movedText(facts: CiFacts, { head, outcome }: NoticeData, context: ReconcileContext): string {
  const text = ciText(context.config.language);
  const moved = text.moved(outcome === "green", commitLink(head, context), facts.lane.from);
  return `${moved}\n\n${text.signature(configUrlOf(context))}`;
}

function commitLink(oid: string, context: ReconcileContext): string {
  return `[${code(oid.slice(0, 7))}](${repoUrlOf(context)}/commit/${oid})`;
}

function failedList({ number }: CiFacts, failed: readonly Check[], context: ReconcileContext): string {
  const text = ciText(context.config.language);
  const checksUrl = `${repoUrlOf(context)}/pull/${number}/checks`;
  const lines = failed.slice(0, MOST_FAILED).map(({ name, url, conclusion }) => {
    const shown = name === null ? text.workflow : code(name);
    return `- [${shown}](${linkTarget(url) ?? checksUrl}): ${text.how(conclusion ?? "")}`;
  });
  const more = failed.length - lines.length;
  return [...lines, ...(more > 0 ? [`- ${text.more(more, checksUrl)}`] : [])].join("\n");
}

function mergedSince({ since }: CiFacts, context: ReconcileContext): string {
  const green = since === null ? null : sinceGreen(since);
  if (green === null || green.merged.length === 0) return "";
  const text = ciText(context.config.language);
  const pulls = green.merged.map(({ number }) => `[#${number}](${repoUrlOf(context)}/pull/${number})`);
  return text.since(
    commitLink(green.oid, context),
    pulls.slice(0, MOST_MERGED),
    Math.max(0, pulls.length - MOST_MERGED),
  );
}

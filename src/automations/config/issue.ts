import { CONFIG_PATH } from "../../config/files.ts";
import type { Problem } from "../../config/problem.ts";
import type { Plan } from "../../github/actions.ts";
import { type AllClear, planStatusIssue, type Report } from "../../managed/status-issue.ts";
import { code } from "../../markdown/escape.ts";
import { urlPath } from "../../markdown/url-path.ts";
import type { ReconcileContext } from "../automation.ts";
import type { DefaultFacts } from "./facts.ts";
import { inForceSince } from "./in-force.ts";
import { messages } from "./text.ts";

/** Marker key of Detoil's issue about a broken file. */
export const BLOCK = "config-broken";
const MOST_LINES = 50;

/** One issue while the file on the default branch is broken; Detoil closes it once the file is fixed. */
export function planIssue({ problems, misnamed, issue, hasIssues }: DefaultFacts, context: ReconcileContext): Plan {
  const status = statusOf(problems, misnamed, context);
  return status === null ? [] : planStatusIssue(BLOCK, { issues: issue === null ? [] : [issue], hasIssues }, status);
}

/** null: what is broken is reported elsewhere, in the repository that it came from. */
function statusOf(
  problems: readonly Problem[],
  misnamed: string | null,
  context: ReconcileContext,
): Report | AllClear | null {
  const text = messages(context.config.language);
  if (misnamed !== null)
    return {
      kind: "report",
      title: text.misnamed(misnamed),
      content: misnamedText(misnamed, context),
      subjects: ["misnamed"],
      because: "a sre.yml under a name that nobody reads does nothing, and people must know",
    };
  if (problems.length > 0)
    return {
      kind: "report",
      title: text.issueTitle(problems.length),
      content: brokenText(problems, context),
      subjects: ["broken"],
      because: "the sre.yml in force is broken, and people must know",
    };
  if (context.loaded.state === "broken") return null;
  const sentence = context.loaded.state === "absent" ? text.noFile : text.fixed;
  const content = `${sentence}\n\n${text.issueFooter(fileUrl(context))}`;
  return { kind: "all-clear", content, because: "the sre.yml is fixed" };
}

function brokenText(problems: readonly Problem[], context: ReconcileContext): string {
  const { language } = context.config;
  const text = messages(language);
  const lines = problems
    .slice(0, MOST_LINES)
    .map((problem) => `- ${locationOf(problem, context)} ${problem.message[language]}`);
  if (problems.length > MOST_LINES) lines.push(`- ${text.more(problems.length - MOST_LINES)}`);
  const lead = `${text.issueLead(problems.length)} ${inForceSince(context, language)}`;
  const remedy = text.issueRemedy(code(context.loaded.defaultBranch));
  return [lead, lines.join("\n"), remedy, text.issueFooter(fileUrl(context))].join("\n\n");
}

function misnamedText(path: string, context: ReconcileContext): string {
  const { language } = context.config;
  const text = messages(language);
  return [
    text.misnamedRemedy(code(path)),
    text.issueRemedy(code(context.loaded.defaultBranch)),
    text.issueFooter(fileUrl(context)),
  ].join("\n\n");
}

function locationOf({ file, line }: Problem, context: ReconcileContext): string {
  return file === CONFIG_PATH ? `[${file}:${line}](${fileUrl(context)}#L${line})` : code(`${file}:${line}`);
}

/** On the branch: a link with a commit would change the text with every push. */
function fileUrl({ repository, webUrl, loaded }: ReconcileContext): string {
  return `${webUrl}/${repository.owner}/${repository.name}/blob/${urlPath(loaded.defaultBranch)}/${CONFIG_PATH}`;
}

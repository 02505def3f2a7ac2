import { CONFIG_PATH } from "../../config/files.ts";
import type { Problem } from "../../config/problem.ts";
import type { Plan } from "../../github/actions.ts";
import { managedBlock, replaceBlock } from "../../markdown/block.ts";
import { code } from "../../markdown/escape.ts";
import { sameText } from "../../markdown/line-ends.ts";
import type { MarkerData } from "../../markdown/marker.ts";
import { urlPath } from "../../markdown/url-path.ts";
import type { ReconcileContext } from "../automation.ts";
import type { DefaultFacts } from "./facts.ts";
import { inForceSince } from "./in-force.ts";
import { messages } from "./text.ts";

/** Marker key of Detoil's issue about a broken file. */
export const BLOCK = "config-broken";
const MOST_LINES = 50;

/** One issue while the file on the default branch is broken; Detoil closes it once the file is fixed. */
export function planIssue(facts: DefaultFacts, context: ReconcileContext): Plan {
  const { issue, misnamed } = facts;
  const isNamed = misnamed === null;
  if (isNamed && facts.problems.length === 0) return context.loaded.state === "broken" ? [] : mended(facts, context);
  const text = messages(context.config.language);
  const content = isNamed ? brokenText(facts.problems, context) : misnamedText(misnamed, context);
  const title = isNamed ? text.issueTitle(facts.problems.length) : text.misnamed(misnamed);
  const data = { state: "broken", title };
  if (issue === null) {
    if (!facts.hasIssues) return [];
    const body = managedBlock.wrap(BLOCK, content, data);
    return [
      {
        action: "create-issue",
        ref: BLOCK,
        identity: `issue/${BLOCK}`,
        title,
        body,
        because: isNamed
          ? "the sre.yml in force is broken, and people must know"
          : "a sre.yml under a name that nobody reads does nothing, and people must know",
      },
    ];
  }
  const body = replaceBlock(issue.body, BLOCK, content, data);
  // a title that a person changed stays
  const titled = dataIn(issue.body)?.title === issue.title ? { title } : {};
  if (issue.open) {
    if (sameText(body, issue.body)) return [];
    const because = "the problems are others now";
    return [{ action: "update-issue", number: issue.number, ...titled, body, expects: { body: issue.body }, because }];
  }
  // a person closed it while the file was broken: do not open another one
  if (dataIn(issue.body)?.state !== "mended") return [];
  return [
    {
      action: "update-issue",
      number: issue.number,
      ...titled,
      body,
      state: "open",
      state_reason: "reopened",
      expects: { body: issue.body },
      because: "the sre.yml is broken again",
    },
  ];
}

function mended({ issue }: DefaultFacts, context: ReconcileContext): Plan {
  if (issue === null || (!issue.open && dataIn(issue.body)?.state === "mended")) return [];
  const text = messages(context.config.language);
  const sentence = context.loaded.state === "absent" ? text.noFile : text.fixed;
  const content = `${sentence}\n\n${text.footer(fileUrl(context))}`;
  const body = replaceBlock(issue.body, BLOCK, content, { state: "mended", title: dataIn(issue.body)?.title ?? "" });
  const closing = issue.open ? ({ state: "closed", state_reason: "completed" } as const) : {};
  const because = "the sre.yml is mended";
  return [{ action: "update-issue", number: issue.number, body, ...closing, expects: { body: issue.body }, because }];
}

function brokenText(problems: readonly Problem[], context: ReconcileContext): string {
  const { language } = context.config;
  const text = messages(language);
  const lines = problems.slice(0, MOST_LINES).map((problem) => `- ${locationOf(problem, context)} ${problem.message}`);
  if (problems.length > MOST_LINES) lines.push(`- ${text.more(problems.length - MOST_LINES)}`);
  const inForce = inForceSince(context, language);
  const remedy = text.issueRemedy(code(context.loaded.defaultBranch));
  return [inForce, lines.join("\n"), remedy, text.footer(fileUrl(context))].join("\n\n");
}

function misnamedText(path: string, context: ReconcileContext): string {
  const { language } = context.config;
  const text = messages(language);
  return [
    text.misnamedRemedy(code(path)),
    text.issueRemedy(code(context.loaded.defaultBranch)),
    text.footer(fileUrl(context)),
  ].join("\n\n");
}

function locationOf({ file, line }: Problem, context: ReconcileContext): string {
  return file === CONFIG_PATH ? `[${file}:${line}](${fileUrl(context)}#L${line})` : code(`${file}:${line}`);
}

/** On the branch: a link with a commit would change the text with every push. */
function fileUrl({ repository, webUrl, loaded }: ReconcileContext): string {
  return `${webUrl}/${repository.owner}/${repository.name}/blob/${urlPath(loaded.defaultBranch)}/${CONFIG_PATH}`;
}

function dataIn(body: string): MarkerData | null {
  return managedBlock.find(body, BLOCK)?.data ?? null;
}

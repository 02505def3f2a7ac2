import type { GitHub } from "../../github/client.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import type { MilestoneFacts, OneMilestone, ParentIssue, TaskIssue, Template } from "./facts.ts";
import { adopt, adoptParent } from "./reading/adopt.ts";
import { gatherList } from "./reading/gather-list.ts";
import type { IssueNode } from "./reading/issue-node.ts";
import { readDependencies } from "./reading/read-dependencies.ts";
import { readElsewhere } from "./reading/read-elsewhere.ts";
import { parentIn, taskIn, unmarkedIn } from "./reading/read-issue.ts";
import { readMissingLabels } from "./reading/read-labels.ts";
import { type ReadMilestone, readMilestone } from "./reading/read-milestone.ts";
import { readOrphans, readParentOf } from "./reading/read-orphans.ts";
import { withOverwritten } from "./reading/read-overwritten.ts";
import { readAssignable, readWriters } from "./reading/read-people.ts";
import { readProject } from "./reading/read-project.ts";
import { readEarlier } from "./reading/read-turns.ts";
import { withUnlisted } from "./reading/read-unlisted.ts";
import { readTemplate } from "./reading/template-file.ts";
import { isUnsupported, refusedParts } from "./refusals.ts";
import { isMatched, settingsOf } from "./settings.ts";
import { withKnownKeys } from "./short-keys.ts";
import { ALL, endedPrefix, madePrefix, PARENT_KEY } from "./targets-for.ts";
import { identityOf } from "./task/sub-issues.ts";

/** Reads the facts of one target: `milestones`, the list of all; `milestone/N`, one of them with its tasks. */
export async function gather(
  github: GitHub,
  context: ReconcileContext,
  observations: Observations,
): Promise<MilestoneFacts> {
  if (context.target === ALL) return gatherList(github, context);
  const number = Number(context.target.split("/")[1]);
  const read = await readMilestone(github, context, number);
  if (read === null) return { kind: "none", number, why: "missing" };
  if (!read.repository.hasIssuesEnabled) return { kind: "none", number, why: "issues are off" };
  if (!isMatched(read.milestone.title, settingsOf(context))) return { kind: "none", number, why: "not matched" };
  return gatherOne(github, context, observations, read);
}

async function gatherOne(
  github: GitHub,
  context: ReconcileContext,
  observations: Observations,
  read: ReadMilestone,
): Promise<MilestoneFacts> {
  const { milestone, others } = read;
  const issues = await withUnlisted(github, context, observations, read);
  // The plan may reopen a closed one, and then creates its missing tasks.
  const isLive = milestone.open || settingsOf(context)["on-close"] === "block";
  const listed = issues.flatMap((node) => taskIn(node, context) ?? []);
  const isOwn = (task: TaskIssue) => task.metadata.milestone === milestone.number;
  const movedIn = listed.filter((task) => !isOwn(task));
  const here = listed.filter(isOwn);
  const observed = await readEnded(observations, milestone.number);
  const made = await readMade(observations, milestone.number);
  const unmarked = issues.flatMap((node) => unmarkedIn(node, context) ?? []);
  const rewritten = unmarked.find(({ number }) => made.get(number) === PARENT_KEY) ?? null;
  const known =
    oldestParent(issues, context, milestone.number) ??
    (await readParentOf(github, context, here, milestone)) ??
    (rewritten === null ? null : adoptParent(rewritten, milestone, context));
  const elsewhere =
    known === null && isLive && isLacking(here, observed, context)
      ? await readElsewhere(github, context, read, here)
      : { tasks: [], parent: null };
  const found = [...here, ...elsewhere.tasks];
  const standing = withWholeKeys(known ?? elsewhere.parent, found, context);
  const ended = new Set([...observed.keys, ...(standing?.metadata.ended ?? [])]);
  for (const { metadata } of found) ended.delete(metadata.key);
  const orphans = standing === null ? NO_ORPHANS : await readOrphans(github, context, standing, found, ended);
  const parent = withWholeKeys(standing, orphans.found, context);
  const parentEnded = observed.parent && parent === null;
  const dependencies = await readDependencies(github, context, milestone.number, [...found, ...orphans.found], {
    parent,
    parentEnded,
  });
  const own = dependencies.tasks;
  const nameless = [...unmarked, ...orphans.unmarked];
  const all = [...own, ...movedIn, ...nameless, ...(parent === null ? [] : [parent])];
  const templates = templatesIn(read, context);
  const assignable = withoutRefused(await readAssignable(github, context, read, templates, all), context);
  const facts: OneMilestone = {
    kind: "one",
    milestone,
    others,
    parent,
    own,
    movedIn,
    ended: new Set([...ended, ...orphans.gone]),
    parentEnded,
    templates,
    missingLabels: isLive ? await readMissingLabels(github, context, read, templates) : [],
    assignable,
    earlier: isLive ? await readEarlier(github, context, read, { own, parent, assignable }) : [],
    project: isLive ? await readProject(github, context) : null,
    hasDependencies: dependencies.known && !isUnsupported("add-blocked-by", context),
    unlinked: parent === null ? new Set() : await readUnlinked(observations, milestone.number, parent.number),
    writers: await readWriters(github, context, all),
  };
  return adopt(await withOverwritten(github, context, observations, facts), nameless, made, context);
}

/** Lists name people whom GitHub then refuses, above all suspended ones (manual-approval#141). */
function withoutRefused(
  assignable: ReadonlyMap<string, string>,
  context: ReconcileContext,
): ReadonlyMap<string, string> {
  const refused = new Set(refusedParts(context).map(({ value }) => value.toLowerCase()));
  return new Map([...assignable].filter(([login]) => !refused.has(login)));
}

const NO_ORPHANS = { found: [], unmarked: [], gone: [] };

/** Whether something that would be created, or that a task waits for, may exist in another milestone. */
function isLacking(here: readonly TaskIssue[], ended: Deleted, context: ReconcileContext): boolean {
  const { tasks, parent } = settingsOf(context);
  if (tasks.length === 0) return false;
  const there = new Set([...ended.keys, ...here.map(({ metadata }) => metadata.key)]);
  const needed = [...tasks.map(({ key }) => key), ...here.flatMap(({ metadata }) => metadata.after)];
  return (parent && !ended.parent) || needed.some((key) => !there.has(key));
}

/** A parent with very many tasks stores short forms of their keys; these tasks and sre.yml have the whole ones. */
function withWholeKeys(
  parent: ParentIssue | null,
  tasks: readonly TaskIssue[],
  context: ReconcileContext,
): ParentIssue | null {
  if (parent === null) return null;
  const keys = [...settingsOf(context).tasks.map(({ key }) => key), ...tasks.map(({ metadata }) => metadata.key)];
  return { ...parent, metadata: withKnownKeys(parent.metadata, keys) };
}

interface Deleted {
  readonly keys: readonly string[];
  readonly parent: boolean;
}

/** The first one created, where a lost answer left two. */
function oldestParent(issues: readonly IssueNode[], context: ReconcileContext, milestone: number): ParentIssue | null {
  const found = issues
    .flatMap((node) => parentIn(node, context) ?? [])
    .filter(({ metadata }) => metadata.milestone === milestone);
  return found.reduce<ParentIssue | null>((a, b) => (a === null || b.number < a.number ? b : a), null);
}

async function readEnded(observations: Observations, milestone: number): Promise<Deleted> {
  const prefix = endedPrefix(milestone);
  const keys = (await observations.keys(prefix)).map((key) => key.slice(prefix.length));
  return { keys: keys.filter((key) => key !== PARENT_KEY), parent: keys.includes(PARENT_KEY) };
}

const LATELY_SECONDS = 86_400;

async function readUnlinked(
  observations: Observations,
  milestone: number,
  parent: number,
): Promise<ReadonlySet<number>> {
  const made = await observations.created(`task/${milestone}/`);
  const links = new Set((await observations.created(`sub-issue/${parent}/`)).map(({ identity }) => identity));
  return new Set(
    made.flatMap(({ number, id, ageSeconds }) =>
      number !== null && id !== null && ageSeconds < LATELY_SECONDS && !links.has(identityOf(parent, id))
        ? [number]
        : [],
    ),
  );
}

/** The numbers of the issues that were created for this milestone, and for which key. */
async function readMade(observations: Observations, milestone: number): Promise<ReadonlyMap<number, string>> {
  const prefix = madePrefix(milestone);
  const made = (await observations.keys(prefix)).map((entry) => entry.slice(prefix.length).split(/\/(.*)/s));
  return new Map(made.map(([number, key = ""]) => [Number(number), key]));
}

/** The folder, if there is one: the document selects nothing of other kinds of objects. */
interface Folder {
  readonly entries?:
    | readonly { readonly name: string; readonly object: { readonly text?: string | null } | null }[]
    | null;
}

function templatesIn({ repository }: ReadMilestone, context: ReconcileContext): Map<string, Template | null> {
  const folder: Folder = repository.object ?? {};
  const texts = new Map((folder.entries ?? []).map(({ name, object }) => [name, object?.text ?? null]));
  const names = settingsOf(context).tasks.flatMap((task) => task.template ?? []);
  return new Map(
    names.map((name) => {
      const text = texts.get(name) ?? null;
      return [name, text === null ? null : readTemplate(name, text)];
    }),
  );
}

import type { GitHub } from "../../github/client.ts";
import type { Look, Memory } from "../automation.ts";
import type { MilestoneFacts, OneMilestone, ParentIssue, TaskIssue, Template } from "./facts.ts";
import { adopt, adoptParent } from "./reading/adopt.ts";
import { gatherList } from "./reading/gather-list.ts";
import { readDependencies } from "./reading/read-dependencies.ts";
import { readElsewhere } from "./reading/read-elsewhere.ts";
import { type IssueNode, parentIn, taskIn, unmarkedIn } from "./reading/read-issue.ts";
import { readMissingLabels } from "./reading/read-labels.ts";
import { type ReadMilestone, readMilestone } from "./reading/read-milestone.ts";
import { withOverwritten } from "./reading/read-overwritten.ts";
import { readAssignable, readWriters } from "./reading/read-people.ts";
import { readProject } from "./reading/read-project.ts";
import { readParentOf, readStrays } from "./reading/read-strays.ts";
import { readEarlier } from "./reading/read-turns.ts";
import { withUnlisted } from "./reading/read-unlisted.ts";
import { readTemplate } from "./reading/template-file.ts";
import { isUnsupported, refusedParts } from "./refusals.ts";
import { isMatched, settingsOf } from "./settings.ts";
import { withKnownKeys } from "./short-keys.ts";
import { identityOf } from "./task/sub-issues.ts";
import { ALL, endedPrefix, madePrefix, PARENT_KEY } from "./wakes.ts";

/** Reads what a look is about: `milestones`, the list of all; `milestone/N`, one of them with its tasks. */
export async function gather(github: GitHub, look: Look, memory: Memory): Promise<MilestoneFacts> {
  if (look.target === ALL) return gatherList(github, look);
  const number = Number(look.target.split("/")[1]);
  const read = await readMilestone(github, look, number);
  if (read === null) return { kind: "none", number, why: "missing" };
  if (!read.repository.hasIssuesEnabled) return { kind: "none", number, why: "issues are off" };
  if (!isMatched(read.milestone.title, settingsOf(look))) return { kind: "none", number, why: "not matched" };
  return gatherOne(github, look, memory, read);
}

async function gatherOne(github: GitHub, look: Look, memory: Memory, read: ReadMilestone): Promise<MilestoneFacts> {
  const { milestone, others } = read;
  const issues = await withUnlisted(github, look, memory, read);
  // The plan may open a closed one again, and then makes what it lacks.
  const isLive = milestone.open || settingsOf(look)["on-close"] === "block";
  const listed = issues.flatMap((node) => taskIn(node, look) ?? []);
  const isOwn = (task: TaskIssue) => task.mark.milestone === milestone.number;
  const guests = listed.filter((task) => !isOwn(task));
  const here = listed.filter(isOwn);
  const remembered = await readEnded(memory, milestone.number);
  const made = await readMade(memory, milestone.number);
  const unmarked = issues.flatMap((node) => unmarkedIn(node, look) ?? []);
  const rewritten = unmarked.find(({ number }) => made.get(number) === PARENT_KEY) ?? null;
  const known =
    oldestParent(issues, look, milestone.number) ??
    (await readParentOf(github, look, here, milestone)) ??
    (rewritten === null ? null : adoptParent(rewritten, milestone, look));
  const elsewhere =
    known === null && isLive && isLacking(here, remembered, look)
      ? await readElsewhere(github, look, read, here)
      : { tasks: [], parent: null };
  const found = [...here, ...elsewhere.tasks];
  const standing = withWholeKeys(known ?? elsewhere.parent, found, look);
  const ended = new Set([...remembered.keys, ...(standing?.mark.ended ?? [])]);
  for (const { mark } of found) ended.delete(mark.key);
  const strays = standing === null ? NO_STRAYS : await readStrays(github, look, standing, found, ended);
  const parent = withWholeKeys(standing, strays.found, look);
  const parentEnded = remembered.parent && parent === null;
  const dependencies = await readDependencies(github, look, milestone.number, [...found, ...strays.found], {
    parent,
    parentEnded,
  });
  const own = dependencies.tasks;
  const nameless = [...unmarked, ...strays.unmarked];
  const all = [...own, ...guests, ...nameless, ...(parent === null ? [] : [parent])];
  const templates = templatesIn(read, look);
  const assignable = withoutRefused(await readAssignable(github, look, read, templates, all), look);
  const facts: OneMilestone = {
    kind: "one",
    milestone,
    others,
    parent,
    own,
    guests,
    ended: new Set([...ended, ...strays.gone]),
    parentEnded,
    templates,
    missingLabels: isLive ? await readMissingLabels(github, look, read, templates) : [],
    assignable,
    earlier: isLive ? await readEarlier(github, look, read, { own, parent, assignable }) : [],
    project: isLive ? await readProject(github, look) : null,
    hasDependencies: dependencies.known && !isUnsupported("add-blocked-by", look),
    unlinked: parent === null ? new Set() : await readUnlinked(memory, milestone.number, parent.number),
    writers: await readWriters(github, look, all),
  };
  return adopt(await withOverwritten(github, look, memory, facts), nameless, made, look);
}

/** Lists name people whom GitHub then refuses, suspended ones above all (manual-approval#141). */
function withoutRefused(assignable: ReadonlyMap<string, string>, look: Look): ReadonlyMap<string, string> {
  const refused = new Set(refusedParts(look).map(({ value }) => value.toLowerCase()));
  return new Map([...assignable].filter(([login]) => !refused.has(login)));
}

const NO_STRAYS = { found: [], unmarked: [], gone: [] };

/** Whether something that this look would make, or that a task waits for, may be elsewhere, moved there by somebody. */
function isLacking(here: readonly TaskIssue[], ended: Ended, look: Look): boolean {
  const { tasks, parent } = settingsOf(look);
  if (tasks.length === 0) return false;
  const there = new Set([...ended.keys, ...here.map(({ mark }) => mark.key)]);
  const sought = [...tasks.map(({ key }) => key), ...here.flatMap(({ mark }) => mark.after)];
  return (parent && !ended.parent) || sought.some((key) => !there.has(key));
}

/** A parent with very many tasks remembers short forms of their keys; these tasks and sre.yml have the whole ones. */
function withWholeKeys(parent: ParentIssue | null, tasks: readonly TaskIssue[], look: Look): ParentIssue | null {
  if (parent === null) return null;
  const keys = [...settingsOf(look).tasks.map(({ key }) => key), ...tasks.map(({ mark }) => mark.key)];
  return { ...parent, mark: withKnownKeys(parent.mark, keys) };
}

interface Ended {
  readonly keys: readonly string[];
  readonly parent: boolean;
}

/** The first one made, should a lost answer have left two. */
function oldestParent(issues: readonly IssueNode[], look: Look, milestone: number): ParentIssue | null {
  const found = issues.flatMap((node) => parentIn(node, look) ?? []).filter(({ mark }) => mark.milestone === milestone);
  return found.reduce<ParentIssue | null>((a, b) => (a === null || b.number < a.number ? b : a), null);
}

async function readEnded(memory: Memory, milestone: number): Promise<Ended> {
  const prefix = endedPrefix(milestone);
  const keys = (await memory.recall(prefix)).map((key) => key.slice(prefix.length));
  return { keys: keys.filter((key) => key !== PARENT_KEY), parent: keys.includes(PARENT_KEY) };
}

const LATELY_SECONDS = 86_400;

async function readUnlinked(memory: Memory, milestone: number, parent: number): Promise<ReadonlySet<number>> {
  const made = await memory.created(`task/${milestone}/`);
  const links = new Set((await memory.created(`sub-issue/${parent}/`)).map(({ identity }) => identity));
  return new Set(
    made.flatMap(({ number, id, ageSeconds }) =>
      number !== null && id !== null && ageSeconds < LATELY_SECONDS && !links.has(identityOf(parent, id))
        ? [number]
        : [],
    ),
  );
}

/** The numbers of the issues that were made for this milestone, and for which key. */
async function readMade(memory: Memory, milestone: number): Promise<ReadonlyMap<number, string>> {
  const prefix = madePrefix(milestone);
  const made = (await memory.recall(prefix)).map((entry) => entry.slice(prefix.length).split(/\/(.*)/s));
  return new Map(made.map(([number, key = ""]) => [Number(number), key]));
}

/** The folder, when there is one: the document asks nothing of other kinds of objects. */
interface Folder {
  readonly entries?:
    | readonly { readonly name: string; readonly object: { readonly text?: string | null } | null }[]
    | null;
}

function templatesIn({ repository }: ReadMilestone, look: Look): Map<string, Template | null> {
  const folder: Folder = repository.object ?? {};
  const texts = new Map((folder.entries ?? []).map(({ name, object }) => [name, object?.text ?? null]));
  const names = settingsOf(look).tasks.flatMap((task) => task.template ?? []);
  return new Map(
    names.map((name) => {
      const text = texts.get(name) ?? null;
      return [name, text === null ? null : readTemplate(name, text)];
    }),
  );
}

import { contentAt } from "../../simulator/git/content.ts";
import type { SimCheckRun, SimIssueBase, SimProject, SimRepo } from "../../simulator/state.ts";
import {
  branchesKey,
  checkKey,
  commentsKey,
  itemKey,
  labelsKey,
  milestonesKey,
  type Outbox,
  projectKey,
  reactionsKey,
} from "./outbox.ts";

/** What a person sees in an issue or pull request. Markers are HTML comments: GitHub does not show them. */
export interface Seen {
  readonly title: string;
  readonly text: string;
  readonly state: "open" | "closed" | "merged";
  readonly user: string | null;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly reviewers: readonly string[];
  readonly draft: boolean;
}

/** An issue also shows where it belongs. */
export interface SeenIssue extends Seen {
  readonly milestone: number | null;
  readonly subIssues: readonly number[];
  readonly blockedBy: readonly number[];
}

/** What a person sees of a milestone. */
export interface SeenMilestone {
  readonly title: string;
  readonly state: "open" | "closed";
  readonly due: string | null;
}

/** `["Detoil / release", "#4", "success", "2 pull requests, none on hold"]` */
export type SeenCheck = readonly [name: string, at: string, conclusion: string | null, title: string | null];

/** How a story reads what Detoil wrote; reading removes it from the outbox. */
export class Reads {
  readonly #repo: () => SimRepo;
  readonly #outbox: Outbox;
  readonly #app: string;
  readonly #sync: () => void;

  constructor(repo: () => SimRepo, app: string, outbox: Outbox, sync: () => void) {
    this.#repo = repo;
    this.#app = app;
    this.#outbox = outbox;
    this.#sync = sync;
  }

  pull(number: number): Seen {
    const pull = this.#repo().pulls.get(number);
    if (pull === undefined) throw new Error(`#${number} is no pull request`);
    this.#read(itemKey(this.#repo(), number));
    return { ...seen(pull), state: pull.state, reviewers: [...pull.requested_reviewers].sort(), draft: pull.draft };
  }

  issue(number: number): SeenIssue {
    const issue = this.#repo().issues.get(number);
    if (issue === undefined) throw new Error(`#${number} is no issue`);
    this.#read(itemKey(this.#repo(), number));
    const { milestone, sub_issues: subIssues, blocked_by: blockedBy } = issue;
    return { ...seen(issue), state: issue.state, reviewers: [], draft: false, milestone, subIssues, blockedBy };
  }

  /** All of them by number; the due date is the day on their pages. */
  milestones(): Readonly<Record<number, SeenMilestone>> {
    this.#read(milestonesKey(this.#repo()));
    const dayOf = (time: string | null) => time?.slice(0, "2026-11-20".length) ?? null;
    const all = [...this.#repo().milestones.values()];
    return Object.fromEntries(
      all.map(({ number, title, state, due_on }) => [number, { title, state, due: dayOf(due_on) }]),
    );
  }

  labels(): readonly string[] {
    this.#read(labelsKey(this.#repo()));
    return [...this.#repo().labels.keys()];
  }

  /** `"#4"` → its fields in a project. */
  board({ owner, number, items }: SimProject): Readonly<Record<string, unknown>> {
    this.#read(projectKey(owner, number));
    const { name } = this.#repo();
    return Object.fromEntries(
      items.filter((item) => item.repo === name).map((item) => [`#${item.number}`, item.fields]),
    );
  }

  /** A file as a branch has it. */
  file(path: string, branch: string): string | null {
    this.#read(branchesKey(this.#repo()));
    const repo = this.#repo();
    return contentAt(repo, repo.branches.get(branch) ?? "", path);
  }

  /** Detoil's open issues, oldest first. */
  openIssues(): readonly number[] {
    const issues = [...this.#repo().issues.values()];
    return issues
      .filter((issue) => issue.user === `${this.#app}[bot]` && issue.state === "open")
      .map((issue) => issue.number);
  }

  /** The texts of Detoil's comments, oldest first. */
  comments(number: number): readonly string[] {
    const repo = this.#repo();
    const item = repo.pulls.get(number) ?? repo.issues.get(number);
    if (item === undefined) throw new Error(`there is no #${number}`);
    this.#read(commentsKey(repo, number));
    return item.comments
      .filter((one) => one.user === `${this.#app}[bot]`)
      .map((one) => withoutMarkers(one.body.replace(REPLY_END, "")));
  }

  /** Detoil's reactions to comments, oldest comment first: `["/sre take", "eyes"]`. */
  reactions(number: number): readonly (readonly [comment: string, reaction: string])[] {
    const repo = this.#repo();
    const item = repo.pulls.get(number) ?? repo.issues.get(number);
    if (item === undefined) throw new Error(`there is no #${number}`);
    this.#read(reactionsKey(repo, number));
    return item.comments.flatMap(({ body, reactions }) =>
      reactions.filter(({ user }) => user === `${this.#app}[bot]`).map(({ content }) => [body, content] as const),
    );
  }

  /** The newest run of that name on that commit. */
  check(name: string, sha: string): SimCheckRun {
    const runs = [...this.#repo().check_runs.values()].filter((run) => run.name === name && run.sha === sha);
    const run = runs.sort((a, b) => a.id - b.id).at(-1);
    if (run === undefined) throw new Error(`there is no check "${name}" on ${sha}`);
    this.#read(checkKey(name, sha));
    return run;
  }

  /** All checks that are new or changed since the last read; a commit shows as the pull request whose head it is. */
  checks(): readonly SeenCheck[] {
    this.#sync();
    const repo = this.#repo();
    const unread = new Set(this.#outbox.unreadOf('check "'));
    const newest = new Map<string, SimCheckRun>();
    for (const run of [...repo.check_runs.values()].sort((a, b) => a.id - b.id)) {
      const key = checkKey(run.name, run.sha);
      if (unread.has(key)) newest.set(key, run);
    }
    for (const key of unread) this.#outbox.read(key);
    return [...newest.values()].map((run) => [run.name, shownAt(repo, run.sha), run.conclusion, run.output.title]);
  }

  #read(key: string): void {
    this.#sync();
    this.#outbox.read(key);
  }
}

function seen(item: SimIssueBase) {
  return {
    title: item.title,
    text: withoutMarkers(item.body),
    user: item.user,
    labels: item.labels.map((label) => label.name),
    assignees: [...item.assignees].sort(),
  };
}

/** The last line of a reply is always the same; answer.test.ts has it. */
const REPLY_END = /\n\n<sub>.*<\/sub>\n\n(?=<!-- detoil:reply )/;

/** As GitHub renders it: without HTML comments, and links without their addresses. */
function withoutMarkers(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .replace(/<!--.*?-->\n?/gs, "")
    .replace(/\]\(https?:[^)]*\)/g, "](…)")
    .trim();
}

function shownAt(repo: SimRepo, sha: string): string {
  const pulls = [...repo.pulls.values()].filter((pull) => pull.head_sha === sha);
  return pulls.length === 0 ? "an older commit" : pulls.map((pull) => `#${pull.number}`).join(" ");
}

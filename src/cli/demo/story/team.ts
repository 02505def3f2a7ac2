import { presentIssues } from "../../../../simulator/present.ts";
import type { SimIssue, SimMilestone, SimPull, SimRepo } from "../../../../simulator/state.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What the people of a story have: their simulated GitHub, and time. */
export interface Doing {
  /** Somebody does something: the fields of `POST /_sim/do`, and its answer. */
  act(fields: Fields): Promise<Fields>;
  /** Nothing happens for so many minutes. */
  pass(minutes: number): Promise<void>;
}

type Files = Readonly<Record<string, string | null>>;

export interface Work {
  readonly as: string;
  readonly title: string;
  readonly body?: string;
  /** Branch; made from the title when it is not given. */
  readonly head?: string;
  /** Where it goes; default `develop`. */
  readonly base?: string;
  readonly files?: Files;
  /** How many commits; default 1. */
  readonly commits?: number;
}

/** What the people of one repository do there. Pull requests, issues and milestones are spoken of by their titles. */
export class Team {
  readonly #repo: () => SimRepo;
  readonly #doing: Doing;

  constructor(repo: () => SimRepo, doing: Doing) {
    this.#repo = repo;
    this.#doing = doing;
  }

  get repo(): SimRepo {
    return this.#repo();
  }

  /** The newest pull request with this title. */
  pull(title: string): SimPull {
    const found = [...this.repo.pulls.values()].filter((pull) => pull.title === title).at(-1);
    if (found === undefined) throw new Error(`the story speaks of a pull request "${title}", which is not there`);
    return found;
  }

  /** The newest issue with this title. */
  issue(title: string): SimIssue {
    const found = presentIssues(this.repo).findLast((issue) => issue.title === title);
    if (found === undefined) throw new Error(`the story speaks of an issue "${title}", which is not there`);
    return found;
  }

  milestone(title: string): SimMilestone {
    const found = [...this.repo.milestones.values()].find((milestone) => milestone.title === title);
    if (found === undefined) throw new Error(`the story speaks of a milestone "${title}", which is not there`);
    return found;
  }

  /** The open release pull request. */
  get release(): SimPull {
    const found = [...this.repo.pulls.values()].find(
      ({ state, base, head }) => state === "open" && base === "main" && head === "develop",
    );
    if (found === undefined) throw new Error("the story speaks of a release pull request, and none is open");
    return found;
  }

  async pushes(as: string, branch: string, message: string, files: Files, from?: string): Promise<void> {
    await this.acts(as, "push", { branch, commits: [{ message, files }], ...(from === undefined ? {} : { from }) });
  }

  /** Writes the branch anew on another one and forces the push, as a rebase does. */
  async rebases(as: string, { head, title, head_sha }: SimPull, onto: string): Promise<void> {
    const files = Object.fromEntries(this.repo.commits.get(head_sha)?.files ?? []);
    const commits = [{ message: title, files }];
    await this.acts(as, "push", { branch: head, commits, from: onto, force: true });
  }

  /** Works on a branch and opens a pull request. */
  async opens(work: Work): Promise<SimPull> {
    const { as, title, body = "", base = "develop", commits = 1 } = work;
    const head = work.head ?? `feat/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
    if (!this.repo.branches.has(head)) {
      for (let count = 1; count < commits; count++)
        await this.pushes(as, head, `${title}, part ${count}`, { [`${head}/${count}.ts`]: "export {};\n" }, base);
      await this.pushes(as, head, title, work.files ?? { [`${head}.ts`]: "export {};\n" }, base);
    }
    await this.acts(as, "open-pull", { title, body, head, base });
    return this.pull(title);
  }

  async merges(as: string, pull: SimPull, merge_method: "merge" | "squash" | "rebase" = "merge"): Promise<void> {
    await this.acts(as, "merge-pull", { number: pull.number, merge_method });
  }

  /** Work that is opened, and merged at once. */
  async ships(work: Work, merge_method: "merge" | "squash" | "rebase" = "merge"): Promise<void> {
    await this.merges("bo", await this.opens(work), merge_method);
  }

  /** Edits the text of a pull request in the browser. */
  async edits(as: string, pull: SimPull, edit: (body: string) => string): Promise<void> {
    const body = edit(pull.body);
    if (body === pull.body) throw new Error(`the story wants to edit #${pull.number}, and its edit changes nothing`);
    await this.acts(as, "edit-pull", { number: pull.number, body });
  }

  async comments(as: string, { number }: Pick<SimIssue, "number">, body: string): Promise<void> {
    await this.acts(as, "comment", { number, body });
  }

  /** Deploys a branch or a commit to production. */
  async deploys(as: string, ref = "main"): Promise<void> {
    const { id } = await this.acts(as, "create-deployment", { ref });
    await this.waits(8);
    await this.acts(as, "deployment-status", { id, state: "success" });
  }

  waits(minutes: number): Promise<void> {
    return this.#doing.pass(minutes);
  }

  acts(as: string, action: string, fields: Fields): Promise<Fields> {
    return this.#doing.act({ as, action, repo: this.repo.name, ...fields });
  }
}

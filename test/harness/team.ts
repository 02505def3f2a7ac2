import type { SimIssue, SimPull, SimRepo } from "../../simulator/state.ts";
import type { SimulatedGitHub } from "./github.ts";

type Fields = Readonly<Record<string, unknown>>;
type Files = Readonly<Record<string, string | null>>;

export interface OpenOptions {
  readonly as?: string;
  readonly base?: string;
  /** Default: derived from the title. */
  readonly head?: string;
  /** Where the branch begins; default: the base. */
  readonly from?: string;
  readonly body?: string;
  readonly files?: Files;
  readonly commits?: number;
  readonly draft?: boolean;
}

/** A team's actions on GitHub. Every act takes a minute of the simulated time and sends its webhooks. */
export class Team {
  readonly #github: SimulatedGitHub;
  #id: number;

  constructor(github: SimulatedGitHub, repo: string) {
    this.#github = github;
    this.#id = github.repo(repo).id;
  }

  /** The repository as it is now, whatever its name. */
  get repo(): SimRepo {
    return this.#github.repoById(this.#id);
  }

  pull(number: number): SimPull {
    const pull = this.repo.pulls.get(number);
    if (pull === undefined) throw new Error(`the story speaks of #${number}, which is no pull request`);
    return pull;
  }

  issue(number: number): SimIssue {
    const issue = this.repo.issues.get(number);
    if (issue === undefined) throw new Error(`the story speaks of #${number}, which is no issue`);
    return issue;
  }

  /** The open pull request between two branches; it has to exist. */
  standing(head = "develop", base = "main"): number {
    const found = [...this.repo.pulls.values()].find(
      (pull) => pull.state === "open" && pull.head === head && pull.base === base,
    );
    if (found === undefined) throw new Error(`there is no open pull request ${head} → ${base}`);
    return found.number;
  }

  /** Pushes a branch of its own and opens a pull request from it; returns the number. */
  async opens(title: string, options: OpenOptions = {}): Promise<number> {
    const { as = "alice", base = "develop", commits = 1 } = options;
    const head = options.head ?? `feat/${title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-")}`;
    const last = options.files ?? { [`${head}.txt`]: `${title}\n` };
    for (let at = 1; at <= commits; at += 1) {
      const files = at === commits ? last : { [`${head}.${at}.txt`]: `${at}\n` };
      await this.pushes(head, commits === 1 ? title : `${title} (${at}/${commits})`, {
        as,
        files,
        from: options.from ?? base,
      });
    }
    const { body = "", draft = false } = options;
    await this.#act(as, "open-pull", { title, body, head, base, draft });
    return Math.max(...this.repo.pulls.keys());
  }

  async pushes(
    branch: string,
    message: string,
    options: { as?: string; files?: Files; from?: string } = {},
  ): Promise<string> {
    const { as = "alice", files = { [`${message}.txt`]: `${message}\n` }, from } = options;
    await this.#act(as, "push", { branch, commits: [{ message, files }], ...(from === undefined ? {} : { from }) });
    return this.head(branch);
  }

  async merges(number: number, method: "merge" | "squash" | "rebase" = "merge", as = "bo"): Promise<void> {
    await this.#act(as, "merge-pull", { number, merge_method: method });
  }

  async closes(number: number, as = "bo"): Promise<void> {
    await this.#act(as, "close", { number });
  }

  async labels(number: number, label: string, as = "bo"): Promise<void> {
    await this.#act(as, "label", { number, label });
  }

  async unlabels(number: number, label: string, as = "bo"): Promise<void> {
    await this.#act(as, "unlabel", { number, label });
  }

  async assigns(number: number, who: string, as = "bo"): Promise<void> {
    await this.#act(as, "assign", { number, assignee: who });
  }

  async unassigns(number: number, who: string, as = "bo"): Promise<void> {
    await this.#act(as, "unassign", { number, assignee: who });
  }

  async reopens(number: number, as = "bo"): Promise<void> {
    await this.#act(as, "reopen", { number });
  }

  /** Returns the comment's id. */
  async comments(number: number, body: string, as = "bo"): Promise<number> {
    const { id } = await this.#act(as, "comment", { number, body });
    return Number(id);
  }

  /** Opens a plain issue; returns the number. */
  async reports(title: string, as = "bo"): Promise<number> {
    const { number } = await this.#act(as, "open-issue", { title });
    return Number(number);
  }

  async retitles(number: number, title: string, as = "bo"): Promise<void> {
    await this.#act(as, this.repo.pulls.has(number) ? "edit-pull" : "edit-issue", { number, title });
  }

  /** Edits the text of an issue or pull request as somebody who has it open in the browser. */
  async writes(number: number, edit: (body: string) => string, as = "carol"): Promise<void> {
    await this.#github.passMinutes(1);
    const isPull = this.repo.pulls.has(number);
    const { body } = isPull ? this.pull(number) : this.issue(number);
    const edited = edit(body);
    if (edited === body) throw new Error(`nothing changed in the text of #${number}:\n${body}`);
    const action = isPull ? "edit-pull" : "edit-issue";
    this.#github.act({ as, action, repo: this.repo.name, number, body: edited });
  }

  /** Ticks the box of an item. */
  async ticks(number: number, item: number, as = "carol"): Promise<void> {
    await this.writes(
      number,
      (body) => body.replace(new RegExp(`^(\\s*[-*+] )\\[ \\](?= #${item}\\b)`, "m"), "$1[x]"),
      as,
    );
  }

  /** Anything else; returns GitHub's answer. */
  acts(as: string, action: string, fields: Fields = {}): Promise<Fields> {
    return this.#act(as, action, fields);
  }

  head(branch: string): string {
    const sha = this.repo.branches.get(branch);
    if (sha === undefined) throw new Error(`the story speaks of a branch ${branch} that is not there`);
    return sha;
  }

  async #act(as: string, action: string, fields: Fields): Promise<Fields> {
    await this.#github.passMinutes(1);
    return this.#github.act({ as, action, repo: this.repo.name, ...fields });
  }
}

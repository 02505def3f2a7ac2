import type { RequestRecord } from "../../simulator/platform/request-log.ts";
import type { SimRepo, SimState } from "../../simulator/state.ts";

/**
 * Everything that Detoil wrote and no story has read yet: so "silent" and "exactly once" are tested everywhere. A write
 * whose answer was lost (5xx, or 0 for a broken connection) counts as well; a refused one (4xx) wrote nothing.
 */
export class Outbox {
  readonly #state: SimState;
  readonly #known = new Set<string>();
  /** Where Detoil's comments are, or were. */
  readonly #places = new Map<string, { readonly repo: SimRepo; readonly number: number }>();
  readonly #unread = new Map<string, string>();
  #at = 0;

  constructor(state: SimState) {
    this.#state = state;
  }

  /** Adds the requests since the last call. */
  take(log: readonly RequestRecord[]): void {
    this.#locate();
    for (const request of log.slice(this.#at)) {
      if (request.write && (request.status < 400 || request.status >= 500 || request.status === 0))
        this.#wrote(request);
    }
    this.#at = log.length;
  }

  /** The story read this. */
  read(key: string): void {
    this.#unread.delete(key);
  }

  /** One line for each unread item. */
  get unread(): readonly string[] {
    return [...this.#unread].map(([key, what]) => `${key} (${what})`);
  }

  /** Keys of unread items with this prefix. */
  unreadOf(prefix: string): readonly string[] {
    return [...this.#unread.keys()].filter((key) => key.startsWith(prefix));
  }

  #wrote(request: RequestRecord): void {
    const what = `${request.method} ${request.path}`;
    const found = /^(?:\/api\/v3)?\/(?:repos\/([^/]+\/[^/]+)|repositories\/(\d+))\/(.+)$/.exec(request.path);
    const project = /^(?:\/api\/v3)?\/orgs\/([^/]+)\/projectsV2\/(\d+)\//.exec(request.path);
    if (project !== null) {
      this.#unread.set(projectKey(project[1] ?? "", Number(project[2])), what);
      return;
    }
    if (found === null) {
      if (!/^(?:\/api\/v3)?\/app\//.test(request.path)) this.#unread.set(what, what);
      return;
    }
    const repo = this.#repo(found[1], found[2]);
    const rest = (found[3] ?? "").split("?")[0] ?? "";
    // A setting that nobody sees, corrected once per repository: test/engine/check-suites.test.ts reads it.
    if (repo === null || rest === "check-suites/preferences") return;
    for (const key of this.#subjects(repo, rest, request.method)) this.#unread.set(key, what);
  }

  #repo(name: string | undefined, id: string | undefined): SimRepo | null {
    const repos = [...this.#state.repos.values()];
    return (
      repos.find((repo) => repo.id === Number(id) || repo.name === name) ??
      repos.find((repo) => name !== undefined && repo.formerNames.includes(name)) ??
      null
    );
  }

  #subjects(repo: SimRepo, rest: string, method: string): readonly string[] {
    const bot = `${this.#state.app.slug}[bot]`;
    const [kind = "", second = "", third = "", fourth = ""] = rest.split("/");
    if (kind === "check-runs") {
      const runs = [...repo.check_runs.values()].filter((run) => run.app === this.#state.app.slug);
      const made = runs.filter((run) =>
        method === "PATCH" ? String(run.id) === second : this.#isNew(`run ${run.id}`),
      );
      return made.map((run) => {
        this.#known.add(`run ${run.id}`);
        return checkKey(run.name, run.sha);
      });
    }
    if (kind === "issues" && second === "comments") {
      const on = this.#places.get(third);
      if (on === undefined) return [`deleted comment ${third}`];
      return [fourth === "reactions" ? reactionsKey(on.repo, on.number) : commentsKey(on.repo, on.number)];
    }
    if (kind === "issues" && third === "comments") return [commentsKey(repo, Number(second))];
    if ((kind === "issues" || kind === "pulls") && second === "") {
      const items = kind === "issues" ? [...repo.issues.values()] : [...repo.pulls.values()];
      const made = items.filter((item) => item.user === bot && this.#isNew(`item ${item.id}`));
      for (const item of made) this.#known.add(`item ${item.id}`);
      return made.map((item) => itemKey(repo, item.number));
    }
    if (kind === "issues" || kind === "pulls") return [itemKey(repo, Number(second))];
    if (kind === "milestones" || kind === "labels") return [kind === "labels" ? labelsKey(repo) : milestonesKey(repo)];
    if (kind === "contents" || (kind === "git" && second === "refs")) return [branchesKey(repo)];
    return [`${method} ${rest} in ${placeOf(repo)}`];
  }

  /** Polled, since a deleted comment cannot be found any more. */
  #locate(): void {
    for (const repo of this.#state.repos.values()) {
      for (const item of [...repo.pulls.values(), ...repo.issues.values()]) {
        for (const comment of item.comments) this.#places.set(String(comment.id), { repo, number: item.number });
      }
    }
  }

  #isNew(key: string): boolean {
    return !this.#known.has(key);
  }
}

/** The name that it had first: it may be renamed between the writing and the reading. */
const placeOf = ({ name, formerNames }: SimRepo): string => formerNames[0] ?? name;

export const branchesKey = (repo: SimRepo): string => `branches of ${placeOf(repo)}`;
export const labelsKey = (repo: SimRepo): string => `labels of ${placeOf(repo)}`;
export const milestonesKey = (repo: SimRepo): string => `milestones of ${placeOf(repo)}`;
export const itemKey = (repo: SimRepo, number: number): string => `${placeOf(repo)}#${number}`;
export const commentsKey = (repo: SimRepo, number: number): string => `comments on ${placeOf(repo)}#${number}`;
export const reactionsKey = (repo: SimRepo, number: number): string => `reactions on ${placeOf(repo)}#${number}`;
export const projectKey = (owner: string, number: number): string => `project ${owner}/${number}`;
export const checkKey = (name: string, sha: string): string => `check "${name}" on ${sha}`;

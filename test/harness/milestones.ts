import type { SimIssue } from "../../simulator/state.ts";
import { readParent, readTask } from "../../src/automations/milestone-tasks/metadata.ts";
import type { Team } from "./team.ts";

/** A team's actions on its milestones and their tasks; every act takes a minute and sends its webhooks. */
export class Milestones {
  readonly #team: Team;

  constructor(team: Team) {
    this.#team = team;
  }

  /** Returns the number. `due`: `2026-12-18`. */
  async creates(title: string, options: { readonly due?: string; readonly as?: string } = {}): Promise<number> {
    const { due, as = "bo" } = options;
    const { number } = await this.#team.acts(as, "create-milestone", {
      title,
      ...(due === undefined ? {} : { due_on: noonOf(due) }),
    });
    return Number(number);
  }

  async dates(number: number, due: string | null, as = "alice"): Promise<void> {
    await this.#team.acts(as, "edit-milestone", { number, due_on: due === null ? null : noonOf(due) });
  }

  async renames(number: number, title: string, as = "alice"): Promise<void> {
    await this.#team.acts(as, "edit-milestone", { number, title });
  }

  async closes(number: number, as = "bo"): Promise<void> {
    await this.#team.acts(as, "close-milestone", { number });
  }

  async reopens(number: number, as = "bo"): Promise<void> {
    await this.#team.acts(as, "reopen-milestone", { number });
  }

  async deletes(number: number, as = "bo"): Promise<void> {
    await this.#team.acts(as, "delete-milestone", { number });
  }

  /** Puts an issue into a milestone, or (null) takes it out of its milestone. */
  async moves(issue: number, milestone: number | null, as = "bo"): Promise<void> {
    await this.#team.acts(as, "move-issue", { number: issue, milestone });
  }

  /** The number of a task's issue; exactly one has to exist. */
  task(key: string, milestone = 1): number {
    return theOnly(`task ${key} of milestone ${milestone}`, this.tasks(key, milestone));
  }

  /** All issues of a task; there must be at most one. */
  tasks(key: string, milestone = 1): readonly number[] {
    return this.#present(({ body }) => {
      const mark = readTask(body)?.metadata;
      return mark?.key === key && mark.milestone === milestone;
    });
  }

  /** All tasks created for a milestone, by key: each must exist once. */
  keys(milestone = 1): readonly string[] {
    return [...this.#team.repo.issues.values()].filter(isPresent).flatMap(({ body }) => {
      const mark = readTask(body)?.metadata;
      return mark?.milestone === milestone ? [mark.key] : [];
    });
  }

  /** The number of a milestone's parent issue. */
  parent(milestone = 1): number {
    const found = this.#present(({ body }) => readParent(body)?.metadata.milestone === milestone);
    return theOnly(`parent of milestone ${milestone}`, found);
  }

  #present(isIt: (issue: SimIssue) => boolean): readonly number[] {
    return [...this.#team.repo.issues.values()]
      .filter((issue) => isPresent(issue) && isIt(issue))
      .map((one) => one.number);
  }
}

function isPresent({ deleted, transferred_to }: SimIssue): boolean {
  return !deleted && transferred_to === null;
}

function theOnly(what: string, numbers: readonly number[]): number {
  const [number, ...more] = numbers;
  if (number === undefined) throw new Error(`there is no ${what}`);
  if (more.length > 0) throw new Error(`there are several of ${what}: ${numbers.join(", ")}`);
  return number;
}

/** GitHub keeps the day, whatever the time. */
function noonOf(day: string): string {
  return `${day}T12:00:00Z`;
}

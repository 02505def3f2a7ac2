import { isLongOverdue } from "../../../calendar/long-overdue.ts";
import { isoDay } from "../../../calendar/zone.ts";
import type { GitHub } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { EarlierMilestone, OneMilestone } from "../facts.ts";
import { readParent, readTask } from "../metadata.ts";
import { ownValue } from "../own-value.ts";
import { isMatched } from "../settings.ts";
import { withKnownKeys } from "../short-keys.ts";
import { heldTurns, isIn, keptTurn, type Rotation } from "../task/rotation.ts";
import { milestoneTurns, type milestoneTurnsVariables } from "./milestone-turns.generated.ts";
import { milestoneTurnsMore, type milestoneTurnsMoreResult } from "./milestone-turns-more.generated.ts";
import type { ReadMilestone } from "./read-milestone.ts";

type Filter = milestoneTurnsVariables["filter"];
type Issues = NonNullable<NonNullable<milestoneTurnsMoreResult["repository"]>["milestone"]>["issues"];

/** The most milestones that are searched for the last turn of a rotation. */
const MOST_REQUESTS = 50;

/** The turns of the milestones before this one; only read where a turn is still to be given, or given again. */
export async function readEarlier(
  github: GitHub,
  context: ReconcileContext<"milestones">,
  { milestone, others }: Pick<ReadMilestone, "milestone" | "others">,
  made: Pick<OneMilestone, "own" | "parent" | "assignable">,
): Promise<EarlierMilestone[]> {
  const settings = context.section;
  const all = settings.tasks.flatMap(({ key, assignees }): Rotation[] =>
    Array.isArray(assignees) ? [] : [{ key, people: assignees.rotate, assignable: made.assignable }],
  );
  const turns = heldTurns(made);
  const rotations = all.filter((rotation) => keptTurn(rotation, turns) === null);
  const before = others.filter(({ number, title }) => number < milestone.number && isMatched(title, settings));
  if (rotations.length === 0 || before.length === 0) return [];
  const numbers = new Set(before.map(({ number }) => number));
  const search = new Search(github, context, rotations, numbers);
  await search.through({ createdBy: github.self.login });
  // On GitHub Enterprise Cloud this finds nothing that a bot created (renovatebot/renovate#44730).
  if (!search.foundOwn) await search.through({});
  const today = isoDay(context.now, context.config.timezone);
  return before.map(({ number, title, open, due }) => {
    // A milestone that was left open long ago gets no tasks, so nobody has a turn in it.
    return { number, title, open: open && !isLongOverdue(due, today), turns: search.turns.get(number) ?? {} };
  });
}

/** Goes back through the milestones until each rotation has somebody to continue from. */
class Search {
  readonly turns = new Map<number, Record<string, string>>();
  foundOwn = false;
  private requests = 0;
  private readonly github: GitHub;
  private readonly context: ReconcileContext;
  private readonly rotations: readonly Rotation[];
  private readonly before: ReadonlySet<number>;

  constructor(github: GitHub, context: ReconcileContext, rotations: readonly Rotation[], before: ReadonlySet<number>) {
    this.github = github;
    this.context = context;
    this.rotations = rotations;
    this.before = before;
  }

  async through(filter: Filter): Promise<void> {
    const { owner, name } = this.context.repository;
    const read = (cursor: string | null) =>
      this.counted(async () => {
        const { repository } = await this.github.graphql(milestoneTurns, { owner, name, cursor, filter });
        return repository?.milestones;
      });
    for await (const page of readPages(read)) {
      for (const { number, issues } of nodesOf(page)) {
        await this.readAll(number, issues, filter);
        if (this.isDone(number)) return;
      }
    }
  }

  /** All pages of a milestone before this one; only the first of another, whose tasks may have been moved from there. */
  private async readAll(number: number, issues: Issues, filter: Filter): Promise<void> {
    const { owner, name } = this.context.repository;
    const read = (cursor: string | null) =>
      this.counted(async () => {
        const { repository } = await this.github.graphql(milestoneTurnsMore, { owner, name, number, cursor, filter });
        return repository?.milestone?.issues;
      });
    for await (const page of readPages(read, { first: issues })) {
      this.read(page);
      if (!this.before.has(number)) return;
    }
  }

  /** null: enough requests were made. */
  private async counted<Page>(request: () => Promise<Page>): Promise<Page | null> {
    if (this.requests >= MOST_REQUESTS) return null;
    this.requests += 1;
    return await request();
  }

  private read(issues: Issues): void {
    for (const { body, author } of nodesOf(issues)) {
      if (!isSelf(author, this.context.self)) continue;
      this.foundOwn = true;
      const task = readTask(body)?.metadata;
      if (task !== undefined && task.turn !== null) this.add(task.milestone, { [task.key]: task.turn });
      const parent = readParent(body)?.metadata;
      if (parent === undefined) continue;
      const keys = this.rotations.map(({ key }) => key);
      this.add(parent.milestone, withKnownKeys(parent, keys).turns);
    }
  }

  private add(milestone: number, turns: Readonly<Record<string, string>>): void {
    this.turns.set(milestone, { ...this.turns.get(milestone), ...turns });
  }

  /** Read up to this milestone: a moved task belongs to an earlier one, after which others may come. */
  private isDone(number: number): boolean {
    return this.rotations.every((rotation) =>
      [...this.turns].some(([milestone, turns]) => {
        const isRead = milestone >= number && this.before.has(milestone);
        const had = isRead ? ownValue(turns, rotation.key) : undefined;
        return had !== undefined && isIn(rotation, had);
      }),
    );
  }
}

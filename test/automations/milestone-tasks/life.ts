import type { SimIssue, SimMilestone } from "../../../simulator/state.ts";
import { NotVisibleYet } from "../../../src/github/errors.ts";
import { type MarkedIssue, parentsIn, tasksIn } from "./identity.ts";
import { Killed } from "./kill.ts";
import { type Expected, type Touched, untouched } from "./oracle.ts";
import { configOf, DAYS, PEOPLE, pick, type Setup, type Step, tasksOf } from "./steps.ts";
import { shop, type World } from "./world.ts";

const MOST_MILESTONES = 4;

/** A team's life with Detoil, and its expected state. */
export class Life {
  readonly world: World;
  readonly #setup: Setup;
  #tasks = tasksOf(6, 0);
  #clock: number;
  #made = 0;
  readonly #touched = new Map<number, Touched>();
  readonly #ours = new Map<number, readonly string[]>();
  readonly #deleted = new Set<string>();
  readonly #parentless = new Set<number>();
  /** When the latest reconciliation of a milestone was killed; absent: another one followed. */
  readonly #killedAt = new Map<number, string>();
  readonly #halfMade = new Set<number>();

  constructor(chosen: Setup) {
    this.#setup = chosen;
    this.world = shop(configOf(this.#tasks, chosen));
    this.#clock = Date.parse(this.world.state.now);
    this.world.act("alice", "create-label", { name: "mine" });
    for (const title of ["v1.0", "v2.0"]) this.world.milestone(title, pick(DAYS, ++this.#made));
  }

  get expected(): Expected {
    const { parent } = this.#setup;
    const people = { touched: this.#touched, deleted: this.#deleted, parentless: this.#parentless };
    return { tasks: this.#tasks, parent, ...people, halfMade: this.#halfMade };
  }

  async play(step: Step): Promise<void> {
    this.#pass(60_000);
    const { kind, a, b } = step;
    const { world } = this;
    const milestone = pick(this.#milestones, a);
    switch (kind) {
      case "reconcile":
        await this.#reconcile(milestone.number);
        return;
      case "killed reconciliation":
        await this.#killed(milestone.number, b);
        this.#killedAt.set(milestone.number, this.#killedAt.get(milestone.number) ?? this.#today);
        return;
      case "reconcile all":
        for (const target of await world.staleTargets()) {
          const { fanOut } = await this.#reconcile(target);
          for (const found of fanOut) await this.#reconcile(found);
        }
        return;
      case "configure":
        this.#configure(a, b);
        return;
      case "time":
        this.#pass((1 + (b % 60)) * 3_600_000);
        return;
      case "new milestone":
        if (this.#milestones.length < MOST_MILESTONES) world.milestone(`v${++this.#made}.0`, pick(DAYS, b));
        return;
      case "move date": {
        const day = pick(DAYS, b);
        const due_on = day === null ? null : `${day}T12:00:00Z`;
        world.act("alice", "edit-milestone", { number: milestone.number, due_on });
        return;
      }
      case "rename":
        world.act("alice", "edit-milestone", { number: milestone.number, title: `w${++this.#made}.0` });
        return;
      case "close milestone":
      case "reopen milestone":
        world.act("alice", kind.replace(" ", "-"), { number: milestone.number });
        return;
      case "delete parent": {
        const parents = parentsIn(world.repo);
        if (parents.length === 0 || b % 3 > 0) return;
        const { issue, milestone: of } = pick(parents, a);
        world.act("alice", "delete-issue", { number: issue.number });
        this.#parentless.add(of);
        if ((this.#killedAt.get(of) ?? this.#today) !== this.#today) this.#halfMade.add(of);
        return;
      }
      default: {
        const tasks = tasksIn(world.repo);
        if (tasks.length > 0) await this.#touch(kind, pick(tasks, a), b);
      }
    }
  }

  /** Reconciles everything until nothing is left to do; then every reconciliation must find nothing. */
  async settle(): Promise<void> {
    for (let round = 1; ; round += 1) {
      let writes = 0;
      for (const { number } of this.#milestones) {
        const { requests } = await this.#reconcile(number);
        writes += requests.writes;
      }
      if (writes === 0) return;
      if (round === 4) throw new Error("four rounds of reconciliations, and the fourth still wrote");
    }
  }

  /** As in the engine: what may have been created before a kill is searched for. */
  async #reconcile(target: string | number): ReturnType<World["reconcile"]> {
    for (;;) {
      try {
        const result = await this.world.reconcile(target, { withStore: true });
        if (typeof target === "number") this.#killedAt.delete(target);
        return result;
      } catch (error) {
        if (!(error instanceof NotVisibleYet)) throw error;
      }
    }
  }

  /** In Tokyo. */
  get #today(): string {
    return new Date(this.#clock + 9 * 3_600_000).toISOString().slice(0, 10);
  }

  get #milestones(): SimMilestone[] {
    return [...this.world.repo.milestones.values()];
  }

  #pass(ms: number): void {
    this.#clock += ms;
    this.world.setNow(new Date(this.#clock).toISOString().replace(".000Z", "Z"));
  }

  #configure(a: number, b: number): void {
    this.#tasks = tasksOf(a, b);
    this.world.configure(configOf(this.#tasks, this.#setup));
    // A label that sre.yml drops and asks for again is added again, if there was a reconciliation in between.
    for (const { issue, key } of tasksIn(this.world.repo)) {
      const touched = this.#touched.get(issue.number);
      const labels = this.#tasks.find((task) => task.key === key)?.labels ?? [];
      for (const label of touched?.removed ?? []) {
        if (labels.includes(label)) continue;
        touched?.removed.delete(label);
        touched?.unsure.add(label);
      }
    }
  }

  async #killed(target: string | number, b: number): Promise<void> {
    try {
      const kill = { write: 1 + (b % 9), when: b % 2 === 0 ? ("before" as const) : ("after" as const) };
      await this.world.reconcile(target, { withStore: true, kill });
    } catch (error) {
      if (!(error instanceof Killed || error instanceof NotVisibleYet)) throw error;
    }
  }

  async #touch(kind: Step["kind"], task: MarkedIssue, b: number): Promise<void> {
    const { world } = this;
    const { number, title, body } = task.issue;
    const assignees = [...task.issue.assignees];
    const touched = this.#touched.get(number) ?? untouched();
    this.#touched.set(number, touched);
    const who = pick(PEOPLE, b);
    switch (kind) {
      case "title":
        touched.title = `${title.slice(0, 10)} ${this.#clock}`;
        world.act("bob", "edit-issue", { number, title: touched.title });
        return;
      case "assign":
      case "unassign":
        world.act("bob", kind, { number, assignee: who });
        this.#reassigned(task.issue, assignees, touched);
        return;
      case "label":
        world.act("bob", "label", { number, label: "mine" });
        touched.added.add("mine");
        return;
      case "unlabel":
        this.#unlabel(task.issue, b, touched);
        return;
      case "date": {
        const due = `2027-03-${String(1 + (b % 28)).padStart(2, "0")}`;
        const next = body.replace(/Due \*\*\d{4}-\d\d-\d\d/, `Due **${due}`);
        if (next === body || touched.lines.length > 0) return;
        world.act("bob", "edit-issue", { number, body: next });
        touched.due = due;
        return;
      }
      case "text": {
        const line = `Within ${this.#clock}.`;
        world.act("bob", "edit-issue", { number, body: body.replace("\n<!-- /detoil:task -->", `\n${line}$&`) });
        touched.lines.push(line);
        return;
      }
      case "around": {
        const [above, below] = [`Above ${this.#clock}.\r\n\r\n`, `\r\n\r\nBelow @${this.#clock}.`];
        world.act("bob", "edit-issue", { number, body: `${above}${body}${below}` });
        touched.around = { above: above + touched.around.above, below: touched.around.below + below };
        return;
      }
      case "CRLF":
        if (touched.around.above === "")
          world.act("bob", "edit-issue", { number, body: body.replaceAll("\r\n", "\n").replaceAll("\n", "\r\n") });
        return;
      case "move":
        world.act("bob", "move-issue", { number, milestone: b % 4 === 0 ? null : pick(this.#milestones, b).number });
        return;
      case "close task":
      case "reopen task":
        world.act("bob", kind === "close task" ? "close-issue" : "reopen-issue", { number });
        touched.state = kind === "close task" ? "closed" : "open";
        return;
      case "delete task":
        world.act("alice", "delete-issue", { number });
        this.#deleted.add(`${task.milestone}/${task.key}`);
        return;
      default:
        await this.#command(kind, task, b, touched);
    }
  }

  #unlabel(issue: SimIssue, b: number, touched: Touched): void {
    if (issue.labels.length === 0) return;
    const { name } = pick(issue.labels, b);
    this.world.act("bob", "unlabel", { number: issue.number, label: name });
    if (name === "mine") touched.added.delete(name);
    else touched.removed.add(name);
  }

  /** Given back to the person whom Detoil had assigned, it is Detoil's again. */
  #reassigned(issue: SimIssue, before: readonly string[], touched: Touched): void {
    if (touched.assignees === undefined) this.#ours.set(issue.number, before);
    const ours = this.#ours.get(issue.number) ?? [];
    if (sameSet(ours, issue.assignees)) delete touched.assignees;
    else touched.assignees = [...issue.assignees];
  }

  /** A command and its reconciliation, which may be killed once before it gets through. */
  async #command(kind: Step["kind"], { issue }: MarkedIssue, b: number, touched: Touched): Promise<void> {
    const { world } = this;
    const words = { snooze: `/sre snooze ${1 + (b % 9)} days`, take: "/sre take", done: "/sre done" }[String(kind)];
    if (words === undefined) return;
    await this.settle();
    // Outside all milestones, and gone from sre.yml, no reconciliation finds it.
    if (issue.milestone === null) return;
    // A text that a person overwrote may show no date; then only the table says what it is snoozed from.
    if (kind === "snooze" && touched.lines.length > 0) return;
    const { state } = issue;
    const assignees = [...issue.assignees];
    const due = /\bDue \**(\d{4}-\d\d-\d\d)/.exec(issue.body)?.[1];
    world.act("bob", "comment", { number: issue.number, body: words });
    for (const target of await world.staleTargets()) {
      if (b % 3 === 0) await this.#killed(target, b);
      await this.#reconcile(target);
    }
    if (kind === "done") touched.state = "closed";
    if (kind === "take") {
      if (!sameSet(issue.assignees, ["bob"])) throw new Error(`#${issue.number} was not taken`);
      this.#reassigned(issue, assignees, touched);
    }
    if (kind !== "snooze" || state === "closed") return;
    const from = due === undefined || due < this.#today ? this.#today : due;
    touched.due = new Date(Date.parse(from) + (1 + (b % 9)) * 86_400_000).toISOString().slice(0, 10);
  }
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((one) => b.includes(one));
}

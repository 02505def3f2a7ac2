import type { SimIssueBase, SimProject } from "../../../simulator/state.ts";
import type { Automation } from "../../../src/automations/automation.ts";
import { commandsFor } from "../../../src/automations/commands/index.ts";
import { helpWanted } from "../../../src/automations/help-wanted/index.ts";
import type { ReconcileResult } from "../../../src/engine/reconcile.ts";
import { memoryBook } from "../../../src/records/memory-book.ts";
import { type Kill, killed } from "../milestone-tasks/kill.ts";
import { foundNothing, type TestWorld, worldOf } from "../world.ts";

const BOT = "detoil[bot]";
const COMMANDS = commandsFor([helpWanted]);

/** Tokyo's time on a day of November 2026: Friday the 20th, a weekend, and Monday the 23rd, a holiday. */
function tokyo(day: number, time: string): string {
  return new Date(`2026-11-${day}T${time}:00+09:00`).toISOString().replace(".000Z", "Z");
}

/** One repository, its people, and what Detoil writes into a request. */
export interface HelpWorld {
  readonly world: TestWorld;
  at(day: number, time: string): void;
  /** Opens an issue with the label, by mona; returns its number. */
  asks(words?: object): number;
  says(number: number, who: string, body: string): void;
  thumbs(number: number, who: string): void;
  item(number: number): SimIssueBase;
  /** Reconciles a request and what waits there; kills it at a write. Returns the plan. */
  look(number: number, kill?: Kill): Promise<ReconcileResult>;
  /** The same, and a second look finds nothing to do. */
  settle(number: number): Promise<ReconcileResult>;
  /** What is reconciled every night. */
  nightly(): Promise<readonly string[]>;
  /** What Detoil's comments say, without markers and signatures, oldest first. */
  texts(number: number): string[];
  request(number: number): Promise<Readonly<Record<string, unknown>> | null>;
  status(number: number): string | number | undefined;
}

interface Options {
  /** Of `help-wanted` in sre.yml. */
  readonly section?: object;
  readonly world?: object;
  readonly repo?: object;
}

const SECTION = {
  people: ["alice", "bob", "carol"],
  "escalate-to": ["@acme/leads"],
  project: { owner: "acme", number: 3, status: "Triage" },
};

/** acme/shop: alice, bob, carol and lead may write, mona asks for help. */
export function helpWorld({ section, world: more, repo }: Options = {}): HelpWorld {
  const sre = {
    version: 1,
    timezone: "Asia/Tokyo",
    calendar: { holidays: "JP" },
    "help-wanted": { ...SECTION, ...section },
  };
  const world = worldOf({
    now: tokyo(20, "17:55"),
    users: ["alice", "bob", "carol", "lead", "mona"].map((login) => ({ login })),
    teams: [{ org: "acme", slug: "leads", members: ["lead"] }],
    projects: [
      { owner: "acme", number: 3, title: "SRE", fields: [{ name: "Status", options: ["Triage", "Doing"] }], items: [] },
    ],
    repos: [
      {
        name: "acme/shop",
        permission: { alice: "write", bob: "write", carol: "write", lead: "admin", mona: "read" },
        files: { ".github/sre.yml": JSON.stringify(sre) },
        ...repo,
      },
    ],
    ...more,
  });
  const book = memoryBook(); // who was chosen outlives the process
  const item = (number: number) => {
    const found = world.repo.issues.get(number) ?? world.repo.pulls.get(number);
    if (found === undefined) throw new Error(`there is no #${number}`);
    return found;
  };
  const own = (number: number) => item(number).comments.filter(({ user }) => user === BOT);
  const round = async (number: number, github = world.connect()) => {
    const reconcile = (automation: Automation, target: string) => world.reconcile(automation, target, { github, book });
    await reconcile(COMMANDS, `conversation/${number}`);
    return reconcile(helpWanted, `request/${number}`);
  };
  return {
    world,
    item,
    at: (day, time) => world.setNow(tokyo(day, time)),
    asks: (words = {}) =>
      Number(world.act("mona", "open-issue", { title: "Disk full", labels: ["help wanted"], ...words }).number),
    says: (number, who, body) => void world.act(who, "comment", { number, body }),
    thumbs(number, who) {
      const id = own(number).at(-1)?.id;
      world.act(who, "react", { id, content: "+1" });
    },
    look: (number, kill) => round(number, kill === undefined ? undefined : killed(world.connect(), kill)),
    async settle(number) {
      const result = await round(number);
      foundNothing(await round(number));
      if (world.simulator.unexpected.length > 0) throw new Error(world.simulator.unexpected.join("\n"));
      return result;
    },
    async nightly() {
      const { fanOut } = await world.reconcile(helpWanted, "requests", { book });
      return fanOut;
    },
    texts: (number) =>
      own(number).map(({ body }) =>
        body
          .replace(/<!--.*?-->/g, "")
          .replace(/<sub>.*<\/sub>/, "")
          .trim(),
      ),
    async request(number) {
      const { facts } = await world.reconcile(helpWanted, `request/${number}`, { apply: false });
      return facts?.request as Readonly<Record<string, unknown>> | null;
    },
    status: (number) =>
      world.state.projects
        .flatMap((project: SimProject) => project.items)
        .find((one) => one.repo === "acme/shop" && one.number === number)?.fields.Status,
  };
}

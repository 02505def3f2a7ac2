import { parseArgs } from "node:util";
import { createSimulator, parseWorld, type Simulator } from "../simulator/index.ts";
import { helpWanted as automation } from "../src/automations/help-wanted/index.ts";
import { noObservations } from "../src/engine/reconcile.ts";
import { putInstallation } from "../src/store/installations.ts";
import { openStore } from "../src/store/open.ts";
import { storedBook } from "../src/store/records/book.ts";
import { putRepository } from "../src/store/repositories.ts";
import { REPO, reconcileOnce } from "./reconcile.ts";
import { type Counted, countedSince } from "./requests.ts";
import { started } from "./started.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A Monday, 09:00 UTC. */
const START = Date.UTC(2026, 10, 2, 9);
/** As many requests a day, the first at nine; the last is answered before six. */
const A_DAY = 24;
const BETWEEN = 20 * MINUTE;
const UNTIL_ANSWER = 5 * MINUTE;
/** So many in one moment: nobody may be chosen for two of them. */
const AT_ONCE = 2;

function worldWith(people: readonly string[], withProject: boolean): object {
  const project = withProject ? "  project: {owner: acme, number: 3, status: Triage}\n" : "";
  return {
    now: new Date(START).toISOString(),
    users: [...people, "mona"].map((login) => ({ login })),
    projects: [{ owner: "acme", number: 3, title: "SRE", fields: [{ name: "Status", options: ["Triage", "Done"] }] }],
    repos: [
      {
        name: REPO,
        permission: Object.fromEntries(people.map((login) => [login, "write"])),
        files: { ".github/sre.yml": `version: 1\nhelp-wanted:\n  people: [${people.join(", ")}]\n${project}` },
        labels: [{ name: "help wanted", color: "008672" }],
      },
    ],
  };
}

/** Of the working day, in the weeks from the start on. */
function momentOf(asked: number): number {
  const day = Math.floor(asked / A_DAY);
  return START + (day + 2 * Math.floor(day / 5)) * DAY + (asked % A_DAY) * BETWEEN;
}

/** Requests come, are answered and end: what does it cost to ask somebody, and how evenly are people asked? */
export async function helpWanted(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: argv,
    options: {
      requests: { type: "string", default: "200" },
      people: { type: "string", default: "20" },
      project: { type: "boolean", default: false },
    },
  });
  const [requests, count] = [Number(values.requests), Number(values.people)];
  const people = Array.from({ length: count }, (_, index) => `sre-${index + 1}`);
  const simulator = createSimulator(parseWorld(worldWith(people, values.project), "bench"));
  const store = await openStore({ databaseUrl: null, folder: null });
  started(store, () => store.close());
  const repositoryId = simulator.state.repos.get(REPO)?.id ?? 0;
  await putInstallation(store.db, { id: 1, account: "acme", suspended: false, permissions: null });
  await putRepository(store.db, { installationId: 1, id: repositoryId, owner: "acme", name: "shop", archived: false });
  const book = storedBook(store, { installationId: 1, repositoryId });
  const look = (number: number) => reconcileOnce(simulator, automation, `request/${number}`, noObservations, book);

  const asking: Counted[] = [];
  const following: Counted[] = [];
  const turns = new Map(people.map((login) => [login, 0]));
  const open: number[] = [];
  for (let asked = 0; asked < requests; asked += AT_ONCE) {
    const now = momentOf(asked);
    setNow(simulator, now);
    const numbers = Array.from({ length: Math.min(AT_ONCE, requests - asked) }, () => labeled(simulator));
    await countedSince(simulator);
    await Promise.all(numbers.map(look));
    asking.push(await countedSince(simulator));
    setNow(simulator, now + UNTIL_ANSWER);
    for (const number of numbers) {
      const login = simulator.state.repos.get(REPO)?.issues.get(number)?.assignees[0];
      if (login === undefined) throw new Error(`nobody was asked for #${number}`);
      turns.set(login, (turns.get(login) ?? 0) + 1);
      simulator.do({ as: login, action: "comment", repo: REPO, number, body: "I'll have a look." });
      await look(number);
      open.push(number);
    }
    // About as many are open as there are people.
    for (const number of open.splice(0, Math.max(0, open.length - count))) {
      simulator.do({ as: "mona", action: "close-issue", repo: REPO, number });
      await look(number);
    }
    following.push(await countedSince(simulator));
  }
  const perRequest = (counts: readonly Counted[], of: "requests" | "writes") =>
    Number((counts.reduce((sum, one) => sum + one[of], 0) / requests).toFixed(2));
  return {
    requests,
    people: count,
    requests_per_ask: perRequest(asking, "requests"),
    writes_per_ask: perRequest(asking, "writes"),
    max_minus_min: Math.max(...turns.values()) - Math.min(...turns.values()),
    answer_and_end: { requests: perRequest(following, "requests"), writes: perRequest(following, "writes") },
  };
}

function setNow(simulator: Simulator, time: number): void {
  simulator.state.now = new Date(time).toISOString();
}

function labeled(simulator: Simulator): number {
  const issue = { as: "mona", action: "open-issue", repo: REPO, title: "Disk full", labels: ["help wanted"] };
  return Number(simulator.do(issue).number);
}

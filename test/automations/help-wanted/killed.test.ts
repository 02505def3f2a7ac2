import { expect, test } from "vitest";
import { LONG } from "../../harness/long.ts";
import { type Kill, Killed, momentsOf } from "../milestone-tasks/kill.ts";
import { type HelpWorld, helpWorld } from "./world.ts";

/** What happens to one request; after each step Detoil looks. */
const STEPS: readonly ((desk: HelpWorld, number: number) => void)[] = [
  (desk) => desk.at(20, "17:55"),
  (desk) => desk.at(24, "12:55"), // reminded
  (desk, number) => desk.says(number, "alice", "/sre pass"),
  (desk) => desk.at(25, "12:00"), // escalated
  (desk, number) => desk.says(number, "carol", "/sre take"),
  (desk, number) => desk.world.act("mona", "unlabel", { number, label: "help wanted" }),
];

interface Moment extends Kill {
  readonly step: number;
}

/** The writes of each step, and how it all stands after it; after the one in which Detoil is killed nothing more happens. */
async function lived(kill: Moment | null) {
  const desk = helpWorld();
  const number = desk.asks();
  const writes: number[] = [];
  const stands: unknown[] = [];
  for (const [step, happens] of STEPS.entries()) {
    happens(desk, number);
    const before = written(desk);
    if (kill?.step === step) await desk.look(number, kill).catch(expectKilled);
    await desk.settle(number);
    writes.push(written(desk) - before);
    const { assignees } = desk.item(number);
    stands.push({
      assignees: [...assignees],
      texts: desk.texts(number),
      status: desk.status(number),
      commands: commandsOn(desk, number),
    });
    if (kill?.step === step) break;
  }
  return { writes, last: stands.at(-1), stands };
}

function written({ world }: HelpWorld): number {
  return world.simulator.requests.filter(({ write }) => write).length;
}

function expectKilled(error: unknown): void {
  if (!(error instanceof Killed)) throw error;
}

function commandsOn(desk: HelpWorld, number: number): unknown[] {
  return desk.item(number).comments.map(({ reactions }) => reactions.map(({ content }) => content));
}

test("wherever it is killed, everybody is told once, and it stands the same", async () => {
  const calm = await lived(null);
  expect(calm.last).toMatchObject({ assignees: ["carol"], status: "Triage" });
  expect(calm.writes).toEqual([4, 2, 8, 3, 5, 1]);
  for (const [step, count] of calm.writes.entries()) {
    if (!LONG && count < 8) continue; // the one with most writes
    for (let write = 1; write <= count; write += 1) {
      for (const when of momentsOf(write)) {
        const { last } = await lived({ step, write, when });
        expect(last, `step ${step}, write ${write}, ${when}`).toEqual(calm.stands[step]);
      }
    }
  }
});

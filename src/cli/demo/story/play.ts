import type { SimRepo } from "../../../../simulator/state.ts";
import type { Language } from "../../../calendar/format.ts";
import type { Stage } from "../stage.ts";
import { clicksOf } from "./clicks.ts";
import type { Written } from "./entry.ts";
import { reasonFor, Writes } from "./reasons.ts";
import type { Expectation, Step } from "./step.ts";
import { Team } from "./team.ts";
import { sheetOf, writtenSince } from "./written.ts";

/** The result of a step. */
export interface Played {
  /** What people clicked, in order. */
  readonly clicks: readonly string[];
  readonly written: readonly (Written & { readonly because: string | null })[];
  /** What was expected and did not come. */
  readonly missing: readonly string[];
}

/** How long Detoil may take for what a step expects, in milliseconds. */
const patience = 20_000;

/** Plays one step: people act, webhooks are sent, and the step waits until Detoil wrote what is expected. */
export async function play(stage: Stage, step: Step, language: Language = "en"): Promise<Played> {
  const { simulator } = stage;
  const repo = () => {
    const found = simulator.state.repos.get(step.repo);
    if (found === undefined) throw new Error(`the story speaks of ${step.repo}, which is not there`);
    return found;
  };
  const sheet = () => sheetOf(simulator.state, repo(), language);
  const pass = (minutes: number) => setClock(stage, new Date(Date.parse(simulator.state.now) + minutes * 60_000));
  const done: { readonly fields: Readonly<Record<string, unknown>>; readonly repo: SimRepo }[] = [];
  const team = new Team(repo, {
    async act(fields) {
      await pass(1);
      done.push({ fields, repo: repo() });
      return { ...simulator.do(fields) };
    },
    pass,
  });

  await setClock(stage, new Date(step.at));
  await followed(stage);
  await stage.settled();
  simulator.webhooks.deliver = "hold";
  const earlier = sheet();
  await step.play(team);
  // People's own changes to Detoil's texts do not count as Detoil's; a check on a new commit continues the old one.
  const before = new Map([...earlier, ...sheet()]);
  const writes = new Writes(step.repo);
  simulator.webhooks.deliver = "live";
  simulator.release();
  if (step.until !== undefined) await setClock(stage, new Date(step.until));

  const open = () => step.expect.filter(({ holds }) => !holds(repo(), team));
  await until(() => open().length === 0, stage);
  await stage.settled();
  writes.end();
  const written = writtenSince(before, sheet()).map((one) => ({
    ...one,
    // A reason is for whoever reads a preview, and English.
    because: language === "en" ? reasonFor(one, writes.done) : null,
  }));
  return { clicks: clicksOf(language, done), written, missing: open().map(({ what }: Expectation) => what) };
}

async function setClock({ simulator }: Stage, now: Date): Promise<void> {
  const body = JSON.stringify({ now: now.toISOString() });
  const response = await simulator.fetch(`${simulator.baseUrl}/_sim/clock`, { method: "POST", body });
  if (!response.ok) throw new Error(`the clock does not move: ${await response.text()}`);
}

/** The server reads the simulated time every half second; when it reads again, it has processed the previous reading. */
async function followed(stage: Stage): Promise<void> {
  const reading = (request: Request) => request.method === "GET" && new URL(request.url).pathname === "/_sim/clock";
  for (let times = 0; times < 2; times++) await stage.nextRequest(reading);
}

/** Checks again after every write, until it holds or the time is up. */
async function until(holds: () => boolean, stage: Stage): Promise<void> {
  let late = false;
  let stop = () => {};
  const deadline = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, patience);
  timer.unref();
  while (!holds() && !late) await Promise.race([stage.nextRequest(({ method }) => method !== "GET"), deadline]);
  clearTimeout(timer);
}

import type { TestDatabase } from "../database/database.ts";
import { onServer } from "../database/server.ts";
import type { FaultPlan } from "./github.ts";
import type { Play } from "./play.ts";
import { shown } from "./shown.ts";
import { STEADY_PORT } from "./steady-port.ts";
import { openStory } from "./story.ts";

/** How badly webhooks travel during one part, and what else happens to it. */
export interface Trouble {
  readonly deliver: "live" | "hold" | "drop";
  /** The number of additional deliveries of each webhook. */
  readonly duplicate: number;
  /** Seed of the order in which webhooks of one moment arrive; null: as they were sent. */
  readonly shuffle: number | null;
  readonly faults: readonly FaultPlan[];
  /** How far GitHub's lists lag behind writes, from…to seconds drawn for each new object; null: not at all. */
  readonly lag: { readonly seconds: [from: number, to: number]; readonly seed: number } | null;
  /** The act before which the server is restarted; beyond the last: not at all. */
  readonly restartBefore: number;
}

/**
 * The number of requests that these faults still meet in which GitHub hides or denies something without failing. Detoil
 * believes such an answer until the next webhook or morning, so a play has to send webhooks again afterwards.
 */
export function believed(faults: Trouble["faults"]): number {
  const isBelieved = ({ hide = [], status }: FaultPlan) => hide.length > 0 || status === 404 || status === 422;
  return faults.filter(isBelieved).reduce((sum, { times = 1 }) => sum + times, 0);
}

const calmEnds = new Map<Play, Promise<Readonly<Record<string, unknown>>>>();

/** GitHub's state after an undisturbed play: played once, on the faster database. */
export function playedCalmly(play: Play): Promise<Readonly<Record<string, unknown>>> {
  const known = calmEnds.get(play) ?? playedWith(onServer, play, []);
  calmEnds.set(play, known);
  return known;
}

/** Plays a play, each part with the trouble at its place in the list; returns GitHub's state in the end. */
export async function playedWith(
  create: () => Promise<TestDatabase>,
  play: Play,
  troubles: readonly Trouble[],
): Promise<Readonly<Record<string, unknown>>> {
  const story = await openStory(create, { ...play.world, port: STEADY_PORT });
  const { github } = story;
  const { webhooks } = github.simulator;
  try {
    for (const [place, part] of play.parts.entries()) {
      const trouble = troubles[place];
      Object.assign(webhooks, { deliver: trouble?.deliver ?? "live", duplicate: trouble?.duplicate ?? 0 });
      webhooks.shuffle = trouble?.shuffle ?? null;
      github.simulator.lag(trouble?.lag ?? null);
      await github.fails(...(trouble?.faults ?? []));
      for (const [at, act] of part.entries()) {
        if (trouble?.restartBefore === at) await restart();
        await act(story);
      }
      webhooks.deliver = "live";
      github.simulator.release();
      // Lost webhooks are recovered when a server starts.
      if (trouble?.deliver === "drop") await restart();
      await story.settledAfterLimits();
      const wasMisled = believed(await github.faultsLeft()) < believed(trouble?.faults ?? []);
      await github.fails();
      if (wasMisled) {
        await github.redeliversAll();
        await story.settled();
      }
    }
    if (github.simulator.unexpected.length > 0) throw new Error(github.simulator.unexpected.join("\n"));
    return shown(github.simulator.state);
  } finally {
    await story.close();
  }

  async function restart(): Promise<void> {
    await story.stops();
    await story.starts();
  }
}

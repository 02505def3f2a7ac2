import type { z } from "zod";
import { same } from "../../text/change.ts";
import type { Sentence } from "../../text/sentence.ts";
import type { ChangeContext } from "../section.ts";
import { laterLaneKeys } from "./later-keys.ts";
import type { Lane, releaseSection } from "./schema.ts";
import { changeText as text } from "./text.ts";

type Release = z.output<typeof releaseSection>;

/** What changes in lanes, one sentence each. Another file's lanes are not compared. */
export function* changes(
  was: Release | null,
  is: Release | null,
  { inherited }: Pick<ChangeContext, "inherited">,
): Generator<Sentence> {
  const lanes = (section: Release | null, by: ReadonlySet<string>) => (by.has("lanes") ? [] : (section?.lanes ?? []));
  const [before, after] = [lanes(was, inherited.before), lanes(is, inherited.after)];
  const named = (lane: Lane) => JSON.stringify([lane.from, lane.to]);
  const old = new Map(before.map((lane) => [named(lane), lane]));
  const kept = new Set(after.map(named));
  for (const lane of after) {
    const known = old.get(named(lane));
    if (known === undefined) yield text.laneNew(lane);
    else yield* settings(known, lane);
  }
  for (const lane of before) if (!kept.has(named(lane))) yield text.laneGone(lane);
}

function* settings(was: Lane, is: Lane): Generator<Sentence> {
  for (const key of Object.keys(is) as (keyof Lane)[]) {
    if (laterLaneKeys.some((later) => later === key) || same(was[key], is[key])) continue;
    yield text.laneSetting(is, key, was[key], is[key]);
  }
}

import { withLineFeeds } from "../../../markdown/line-ends.ts";
import { botOf } from "./bot.ts";
import type { HeldBack } from "./dashboard.ts";
import { readDependabot } from "./dependabot/read.ts";
import { stateOf } from "./ended.ts";
import type { PullTexts } from "./pull-texts.ts";
import type { Reading } from "./reading.ts";
import { readRenovate } from "./renovate/read.ts";
import { mergesOnSchedule } from "./renovate/schedule.ts";
import type { Update } from "./update.ts";
import { waitingFor } from "./waiting.ts";

/**
 * A pull request as an update; null: it is none. Whatever cannot be read is `unknown` or missing. `authors`: further bots of
 * sre.yml; `heldBack`: of the dashboard, which knows whose schedule is awaited. Whether its author counts is asked elsewhere.
 */
export function readUpdate(
  texts: PullTexts,
  authors: readonly string[],
  heldBack: readonly HeldBack[] = [],
): Update | null {
  const pull = { ...texts, body: withLineFeeds(texts.body), message: withLineFeeds(texts.message ?? "") };
  const bot = botOf(pull, authors);
  if (bot === null) return null;
  const reading = readingOf(bot, pull);
  const automerge = pull.autoMerge ? true : reading.automerge;
  const awaited = ({ section, branch, number }: HeldBack) =>
    section === "awaiting-schedule" && (branch === pull.branch || number === pull.number);
  const isScheduled = heldBack.some(awaited) || (reading.automerge === true && mergesOnSchedule(pull.body));
  return {
    ...reading,
    number: pull.number,
    bot,
    automerge,
    state: stateOf(pull),
    openedAt: pull.openedAt,
    closedAt: pull.closedAt,
    waiting: waitingFor(pull, isScheduled),
  };
}

/** A bot that is neither may still write as one of them does. */
function readingOf(bot: string, pull: PullTexts): Reading {
  if (bot === "renovate") return readRenovate(pull);
  const read = readDependabot(pull);
  return bot === "dependabot" || read.packages.length > 0 ? read : readRenovate(pull);
}

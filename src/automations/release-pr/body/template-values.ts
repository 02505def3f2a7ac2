import { formatDay } from "../../../calendar/format.ts";
import { isoDay } from "../../../calendar/zone.ts";
import { render, renderTitle } from "../../../markdown/template.ts";
import { urlPath } from "../../../markdown/url-path.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { refusalText } from "../../refusal-text.ts";
import { countOf, type Waiting } from "../changes/waiting.ts";
import type { LaneFacts } from "../facts.ts";
import { frozenMoment, lifts } from "../freeze.ts";
import { messages } from "../text.ts";
import { liftedLine } from "../unfreezing/lifted-line.ts";
import { unfrozenOn } from "../unfreezing/unfrozen.ts";
import { type HeaderFooter, headerFooterOf } from "./header-footer.ts";
import { heldIn } from "./held.ts";

/** The values for the templates of sre.yml. */
function valuesOf(facts: LaneFacts, waiting: Waiting, context: ReconcileContext): Record<string, string | number> {
  const opened = facts.openPull === null ? context.now : new Date(facts.openPull.createdAt);
  return {
    date: isoDay(opened, context.config.timezone),
    from: facts.lane.from,
    to: facts.lane.to,
    count: countOf(waiting),
    version: "",
  };
}

/**
 * The title that sre.yml asks for. `{{date}}` is the day the pull request was opened. Without a title in sre.yml an open
 * one keeps its own: another `language` is no reason to rename it.
 */
export function titleFor(facts: LaneFacts, waiting: Waiting, context: ReconcileContext): string {
  if (facts.lane.title === null && facts.openPull !== null) return facts.openPull.title;
  const template = facts.lane.title ?? messages(context.config.language).defaultTitle;
  const title = renderTitle(template, valuesOf(facts, waiting, context));
  return title === "" ? `${facts.lane.from} → ${facts.lane.to}` : title;
}

/** The repository's page. */
export function repoUrlOf({ repository: { owner, name }, webUrl }: ReconcileContext): string {
  return `${webUrl}/${owner}/${name}`;
}

/** The page on which GitHub shows the lane's changes. */
export function compareUrlOf(facts: LaneFacts, context: ReconcileContext): string {
  return `${repoUrlOf(context)}/compare/${urlPath(facts.lane.to)}...${urlPath(facts.lane.from)}`;
}

/** Our lines around the lane's list. */
export function headerFooterFor(
  facts: LaneFacts,
  waiting: Waiting,
  closes: boolean,
  context: ReconcileContext,
): HeaderFooter {
  const { since, openPull } = facts;
  const unfrozen = openPull === null ? null : unfrozenOn(openPull.overwritten ?? openPull.body, openPull.number);
  return headerFooterOf(
    {
      intro: render(facts.lane.intro, valuesOf(facts, waiting, context)),
      count: countOf(waiting),
      mergeCommits: facts.mergeCommits,
      deletesHead: facts.deletesHead
        ? { branch: facts.lane.from, settingsUrl: `${repoUrlOf(context)}/settings` }
        : null,
      to: facts.lane.to,
      since:
        since === null
          ? null
          : {
              tag: since.tag,
              tagUrl: `${repoUrlOf(context)}/releases/tag/${urlPath(since.tag ?? "")}`,
              day: formatDay(new Date(since.at), context.config.timezone, context.config.language, context.now),
            },
      compareUrl: compareUrlOf(facts, context),
      direct: waiting.direct,
      setApart: waiting.setApart.map((pull) => pull.number),
      revertedInBase: waiting.revertedInBase,
      cutAt: facts.cut ? facts.commits.length : null,
      held: heldIn(waiting, facts.lane.mention),
      frozenUntil: lifts(unfrozen, facts.lane, context) ? null : frozenMoment(facts.lane, context),
      lifted: unfrozen === null ? null : liftedLine(unfrozen, context),
      signOff: facts.lane["sign-off"],
      closes,
      configUrl: configUrlOf(context),
      refused: refusedOn(facts, context),
    },
    context.config.language,
  );
}

/** What GitHub refused on this lane's pull request; other refusals are reported where they happened. */
function refusedOn({ openPull }: LaneFacts, context: ReconcileContext): string[] {
  const here = context.refusals.filter(({ number }) => openPull !== null && number === openPull.number);
  return [...new Set(here.map((refusal) => refusalText(refusal, context.config.language)))];
}

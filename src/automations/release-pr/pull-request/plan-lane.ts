import type { Action, NumberOrRef } from "../../../github/actions.ts";
import { differencesOf } from "../../../managed/differences.ts";
import { withLineFeeds } from "../../../markdown/line-ends.ts";
import { shortHash } from "../../../markdown/short-hash.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { type BodyRequest, bodyWith, type OldBlock, oldBlockOf } from "../body/body.ts";
import { openingOf } from "../body/list-rows.ts";
import { compareUrlOf, headerFooterFor, repoUrlOf, titleFor } from "../body/template-values.ts";
import { writesTitles } from "../body/titles.ts";
import { isUntouched, isWrittenIn } from "../body/untouched.ts";
import { ships } from "../changes/items.ts";
import { countOf, type Waiting } from "../changes/waiting.ts";
import { type Conclusion, conclusionOf, outsidersConclusion } from "../check/conclusion.ts";
import type { LaneFacts, OpenPull } from "../facts.ts";
import { frozenMoment, lifts } from "../freeze.ts";
import { whyClosed } from "../opening.ts";
import { dueTick } from "../schedule.ts";
import { withSignOff } from "../sign-off/check-block.ts";
import { type Expected, signaturesOf } from "../sign-off/sign-off.ts";
import { openingRef, refusedOpening } from "../status-issue/refused-opening.ts";
import { statusIssueText } from "../status-issue/text.ts";
import { liftedLine } from "../unfreezing/lifted-line.ts";
import { unfrozenOn } from "../unfreezing/unfrozen.ts";
import { mentionsOf } from "./people.ts";
import { requestPeople } from "./request-people.ts";

/** The writes about one lane, and the content of its pull request's check. */
export interface LanePlan {
  readonly actions: readonly Action[];
  /** null: there is no pull request, and none is opened. */
  readonly concluded: (Conclusion & { readonly number: string; readonly headOid: string }) | null;
}

/** The writes that one lane lacks. */
export function planLane(facts: LaneFacts, waiting: Waiting, context: ReconcileContext): LanePlan {
  const { lane, openPull, outsider } = facts;
  const { language } = context.config;
  if (outsider !== null) {
    const concluded = outsidersConclusion(outsider, language);
    return { actions: [], concluded: { ...concluded, number: `#${outsider.number}`, headOid: facts.headOid } };
  }
  const frozen = frozenMoment(lane, context);
  const tick = lane.schedule === null ? null : dueTick(lane.schedule, context.config.timezone, context.now);
  if (openPull === null && whyClosed(facts, waiting, frozen !== null, tick) !== null)
    return { actions: [], concluded: null };

  const ref = openingRef(lane);
  const number: NumberOrRef = openPull?.number ?? { ref };
  const shown = openPull === null ? `#{{ref:${ref}}}` : `#${openPull.number}`;
  const open = headerFooterFor(facts, waiting, false, context);
  const items = waiting.items.filter((item) => ships(item) || item.reverted !== null);
  const titles = writesTitles(lane.titles, context.webUrl);
  const pairs = waiting.items.filter((item) => !items.includes(item)).map((item) => item.pull);
  const unlisted = [...pairs, ...waiting.setApart];
  const base = { items, unlisted, titles, mention: lane.mention, language, repoUrl: repoUrlOf(context) };
  const body = openPull?.overwritten ?? openPull?.body ?? "";
  const old = oldBlockOf(body, { ...base, headerFooter: open });
  const closes = openPull !== null && countOf(waiting) === 0 && isUntouched(openPull, old);
  const title = titleFor(facts, waiting, context);
  const titled = openPull === null || old.data.title === shortHash(openPull.title);
  const unfrozen = openPull === null ? null : unfrozenOn(body, openPull.number);
  const isLifted = lifts(unfrozen, lane, context);
  const lifted = unfrozen === null ? null : liftedLine(unfrozen, context);
  // Who lifted a freeze is shown at once, whatever the schedule.
  const isNews = lifted !== null && !old.data.headerFooter.has(shortHash(lifted));
  const due = openPull === null || lane.schedule === null || isDue(old.data.refreshed, tick) || isNews;

  const requested = requestPeople(facts, waiting, old.data, number, context);
  const request: BodyRequest = {
    ...base,
    headerFooter: closes ? headerFooterFor(facts, waiting, true, context) : open,
    compareUrl: compareUrlOf(facts, context),
    stored: {
      ...requested.stored,
      title: titled ? shortHash(title) : old.data.title,
      refreshed: lane.schedule === null ? null : (tick?.toISOString() ?? old.data.refreshed),
      touched: old.data.touched,
      unfrozen,
    },
  };
  // Between ticks the list is not written, but whether it has room does not depend on that.
  const fresh = refreshed(old, request);
  const text = due || fresh === null ? fresh : body;
  const others = conclusionOf(
    {
      lane,
      waiting,
      number: shown,
      frozenUntil: isLifted ? null : frozen,
      lifted: isLifted ? lifted : null,
      configUrl: configUrlOf(context),
      noRoom: text === null,
      refused: unreportedRefusal(facts, context),
    },
    language,
  );
  const signOff = { signatures: signaturesOf(text ?? body, owedIn(waiting, lane)), attributions: facts.signedBy };
  const concluded = {
    ...(lane["sign-off"] ? withSignOff(others, signOff, context) : others),
    number: shown,
    headOid: facts.headOid,
  };
  if (openPull === null) {
    const count = countOf(waiting);
    const because =
      count === 1 ? `1 pull request is waiting for ${lane.to}` : `${count} pull requests are waiting for ${lane.to}`;
    const create = {
      action: "create-pull-request" as const,
      ref,
      identity: ref,
      title,
      body: text ?? "",
      head: lane.from,
      base: lane.to,
      draft: lane.draft,
    };
    return { actions: [{ ...create, because }, ...requested.actions], concluded };
  }
  if (!due || text === null) return { actions: [], concluded };
  const update = updateOf(openPull, titled ? title : openPull.title, text, closes);
  return { actions: [...requested.actions, ...update], concluded: closes ? null : concluded };
}

/** Each pull request of the release, and who is asked about it. */
function owedIn({ items }: Waiting, { mention }: LaneFacts["lane"]): Expected {
  return new Map(items.filter(ships).map(({ pull }) => [pull.number, mentionsOf(pull, mention)]));
}

/** The check is on the branch's tip too: the only place left where there are no issues. */
function unreportedRefusal({ lane, openPull, silent }: LaneFacts, context: ReconcileContext): string | null {
  const refusal = openPull === null && silent ? refusedOpening(lane, context) : null;
  if (refusal === null) return null;
  return statusIssueText(context.config.language).refused(refusal, lane.schedule !== null, configUrlOf(context));
}

/** The body brought up to date. The fact that somebody ticked or wrote in the list outlives the items in question. */
function refreshed(old: OldBlock, request: BodyRequest): string | null {
  const fresh = bodyWith(old, request);
  if (fresh === null || !isWrittenIn(old) || isWrittenIn(oldBlockOf(fresh, request))) return fresh;
  return bodyWith(old, { ...request, stored: { ...request.stored, touched: true } });
}

function isDue(refreshed: string | null, tick: Date | null): boolean {
  return tick !== null && (refreshed === null || Date.parse(refreshed) < tick.getTime());
}

/** The lines of a body that are items. */
function listOf(body: string): string {
  return withLineFeeds(body)
    .split("\n")
    .filter((line) => openingOf(line) !== "")
    .join("\n");
}

/** The fields that differ. */
function updateOf(openPull: OpenPull, title: string, body: string, closes: boolean): Action[] {
  const { changes } = differencesOf(openPull, { title, body });
  if (Object.keys(changes).length === 0 && !closes) return [];
  return [
    {
      action: "update-pull-request",
      number: openPull.number,
      ...changes,
      ...(changes.body === undefined ? {} : { expects: { body: openPull.body } }),
      ...(closes ? { state: "closed" as const } : {}),
      because: closes
        ? "nothing is waiting anymore, and nobody wrote in it"
        : changes.body === undefined
          ? "the title has changed"
          : listOf(body) === listOf(openPull.body)
            ? "the text around the list has changed"
            : "the list has changed",
    },
  ];
}

import type { Action, NumberOrRef } from "../../github/actions.ts";
import { fingerprint } from "../../markdown/fingerprint.ts";
import type { Look } from "../automation.ts";
import { configUrlOf } from "../config-url.ts";
import { compareUrlOf, frameFor, repoUrlOf, titleFor } from "./block.ts";
import { type BodyRequest, bodyWith, type OldBlock, oldBlockOf } from "./body.ts";
import type { LaneFacts, StandingPull } from "./facts.ts";
import { frozenMoment } from "./freeze.ts";
import { invitationsOf } from "./invite.ts";
import { ships } from "./items.ts";
import { noticeText } from "./notice-text.ts";
import { mayOpen } from "./opening.ts";
import { openingRef, refusedOpening } from "./refused-opening.ts";
import { dueTick } from "./schedule.ts";
import { writesTitles } from "./titles.ts";
import { isUntouched, isWrittenIn } from "./untouched.ts";
import { strangersVerdict, type Verdict, verdictOf } from "./verdict.ts";
import { countOf, type Waiting } from "./waiting.ts";

/** What is to be written about one lane, and what its pull request's check shall say. */
export interface LanePlan {
  readonly actions: readonly Action[];
  /** null: there is no pull request, and none is opened. */
  readonly verdict: (Verdict & { readonly number: string; readonly headOid: string }) | null;
}

/** The writes that one lane lacks. */
export function planLane(facts: LaneFacts, waiting: Waiting, look: Look): LanePlan {
  const { lane, standing, stranger } = facts;
  const { language } = look.config;
  if (stranger !== null) {
    const verdict = strangersVerdict(stranger, language);
    return { actions: [], verdict: { ...verdict, number: `#${stranger.number}`, headOid: facts.headOid } };
  }
  const frozen = frozenMoment(lane, look);
  const tick = lane.schedule === null ? null : dueTick(lane.schedule, look.config.timezone, look.now);
  if (standing === null && !mayOpen(facts, waiting, frozen !== null, tick)) return { actions: [], verdict: null };

  const ref = openingRef(lane);
  const number: NumberOrRef = standing?.number ?? { ref };
  const shown = standing === null ? `#{{ref:${ref}}}` : `#${standing.number}`;
  const open = frameFor(facts, waiting, false, look);
  const items = waiting.items.filter((item) => ships(item) || item.takenBack !== null);
  const titles = writesTitles(lane.titles, look.webUrl);
  const pairs = waiting.items.filter((item) => !items.includes(item)).map((item) => item.pull);
  const unlisted = [...pairs, ...waiting.setApart];
  const base = { items, unlisted, titles, mention: lane.mention, language, repoUrl: repoUrlOf(look) };
  const body = standing?.overwritten ?? standing?.body ?? "";
  const old = oldBlockOf(body, { ...base, frame: open });
  const closes = standing !== null && countOf(waiting) === 0 && isUntouched(standing, old);
  const title = titleFor(facts, waiting, look);
  const titled = standing === null || old.data.title === fingerprint(standing.title);
  const due = standing === null || lane.schedule === null || isDue(old.data.refreshed, tick);

  const invited = invitationsOf(facts, waiting, old.data, number, look);
  const request: BodyRequest = {
    ...base,
    frame: closes ? frameFor(facts, waiting, true, look) : open,
    compareUrl: compareUrlOf(facts, look),
    remember: {
      ...invited.remember,
      title: titled ? fingerprint(title) : old.data.title,
      refreshed: lane.schedule === null ? null : (tick?.toISOString() ?? old.data.refreshed),
      touched: old.data.touched,
    },
  };
  // Off its ticks the list is not written, but whether it has room does not depend on that.
  const fresh = refreshed(old, request);
  const text = due || fresh === null ? fresh : body;
  const verdict = {
    ...verdictOf(
      {
        lane,
        waiting,
        number: shown,
        frozenUntil: frozen,
        configUrl: configUrlOf(look),
        noRoom: text === null,
        refused: refusedUntold(facts, look),
      },
      language,
    ),
    number: shown,
    headOid: facts.headOid,
  };
  if (standing === null) {
    const count = countOf(waiting);
    const because = `${count} pull request${count === 1 ? " waits" : "s wait"} for ${lane.to}`;
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
    return { actions: [{ ...create, because }, ...invited.actions], verdict };
  }
  if (!due || text === null) return { actions: [], verdict };
  const update = updateOf(standing, titled ? title : standing.title, text, closes);
  return { actions: [...invited.actions, ...update], verdict: closes ? null : verdict };
}

/** The check stands on the branch's tip, too: the only place left where there are no issues. */
function refusedUntold({ lane, standing, silent }: LaneFacts, look: Look): string | null {
  const refusal = standing === null && silent ? refusedOpening(lane, look) : null;
  if (refusal === null) return null;
  return noticeText(look.config.language).refused(refusal, lane.schedule !== null, configUrlOf(look));
}

/** The body brought up to date. That somebody ticked or wrote in the list outlives the items they did it to. */
function refreshed(old: OldBlock, request: BodyRequest): string | null {
  const fresh = bodyWith(old, request);
  if (fresh === null || !isWrittenIn(old) || isWrittenIn(oldBlockOf(fresh, request))) return fresh;
  return bodyWith(old, { ...request, remember: { ...request.remember, touched: true } });
}

function isDue(refreshed: string | null, tick: Date | null): boolean {
  return tick !== null && (refreshed === null || Date.parse(refreshed) < tick.getTime());
}

/** What differs, and nothing else. A browser's line ends are no difference. */
function updateOf(standing: StandingPull, title: string, body: string, closes: boolean): Action[] {
  const plain = (text: string) => text.replaceAll("\r\n", "\n");
  const hasBody = plain(body) !== plain(standing.body);
  const hasTitle = title !== standing.title;
  if (!hasBody && !hasTitle && !closes) return [];
  return [
    {
      action: "update-pull-request",
      number: standing.number,
      ...(hasTitle ? { title } : {}),
      ...(hasBody ? { body, expects: { body: standing.body } } : {}),
      ...(closes ? { state: "closed" as const } : {}),
      because: closes
        ? "nothing waits any more, and nobody wrote in it"
        : hasBody
          ? "the list has changed"
          : "the title has changed",
    },
  ];
}

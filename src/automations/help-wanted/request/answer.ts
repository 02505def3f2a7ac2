import { readCommands } from "../../../commands/read-commands.ts";
import type { RequestFacts } from "../facts.ts";
import { expand } from "../picking/expand.ts";
import { isAmong, isSame } from "../picking/login.ts";
import type { HelpRequest } from "./request.ts";
import { type Clock, reliefFrom } from "./timing.ts";

type Answer = NonNullable<HelpRequest["answer"]>;

interface Settings {
  readonly escalateTo: readonly string[];
  /** The status of a new item in the project. */
  readonly status: string | null;
  readonly clock: Clock;
}

/**
 * The first answer of whoever is asked: a comment without commands, a review, a 👍 for a comment of Detoil's, or the item's move on the
 * project by whomever. The people of `escalate-to` count once the time is over: what they said before was said to whoever was asked.
 */
export function answerTo(request: HelpRequest, facts: RequestFacts, settings: Settings): Answer | null {
  const since = startOf(request);
  if (since === null) return null;
  const relief = reliefOf(request, facts, settings);
  const counts = ({ by, at }: Found) =>
    isSame(by, request.asked)
      ? at >= since
      : relief !== null && at >= relief.since && isAmong(by, relief.people) && !isSame(by, facts.item.author);
  const [first] = [...comments(facts), ...reviews(facts), ...thumbs(facts)]
    .filter(counts)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  if (first !== undefined) return { by: first.by, at: first.at.toISOString(), how: first.how };
  return moved(request, facts, settings);
}

/** From when on an answer counts, to the second, as GitHub has times; null: nobody is asked. */
function startOf({ askedAt, escalations, state, snoozed }: HelpRequest): Date | null {
  if (state === "snoozed") return snoozed === null ? null : toTheSecond(snoozed.at);
  if (state !== "asked" && state !== "escalated") return null;
  const start = askedAt ?? escalations[0];
  return start === undefined ? null : toTheSecond(start);
}

/** The people of `escalate-to`, and from when on they count; null: not yet. */
function reliefOf(
  request: HelpRequest,
  { teams }: Pick<RequestFacts, "teams">,
  { escalateTo, clock }: Settings,
): { readonly people: readonly string[]; readonly since: Date } | null {
  const since = reliefFrom(request, clock);
  return since === null ? null : { people: expand(escalateTo, teams), since: toTheSecond(since) };
}

function toTheSecond(instant: string | Date): Date {
  return new Date(Math.floor(new Date(instant).getTime() / 1_000) * 1_000);
}

interface Found {
  readonly by: string;
  readonly at: Date;
  readonly how: "comment" | "reaction";
}

function comments({ item, recorded }: RequestFacts): Found[] {
  return item.comments
    .filter(({ id }) => id > (recorded?.status?.id ?? 0)) // before it in the same second
    .flatMap(({ author, body, createdAt }) =>
      author !== null && !author.bot && readCommands(body).length === 0
        ? [{ by: author.login, at: createdAt, how: "comment" }]
        : [],
    );
}

function reviews({ item }: RequestFacts): Found[] {
  return item.reviews.map(({ login, at }) => ({ by: login, at, how: "comment" }));
}

function thumbs({ item, recorded }: RequestFacts): Found[] {
  const ours = new Set([recorded?.status?.id, ...(recorded?.notices ?? []).map(({ id }) => id)]);
  return item.comments
    .filter(({ id }) => ours.has(id))
    .flatMap((comment) => comment.thumbs)
    .map(({ login, at }) => ({ by: login, at, how: "reaction" }));
}

/** GitHub says neither who moved an item nor when: it counts from the moment that it is seen. */
function moved({ project, asked }: HelpRequest, { item }: RequestFacts, { status, clock }: Settings): Answer | null {
  if (project === null || asked === null || status === null) return null;
  const current = item.place?.status ?? null;
  if (current === null || isSame(current, status)) return null;
  return { by: asked, at: clock.now.toISOString(), how: "project" };
}

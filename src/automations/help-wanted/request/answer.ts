import { readCommands } from "../../../commands/read-commands.ts";
import type { RequestFacts } from "../facts.ts";
import { expand } from "../picking/expand.ts";
import { isAmong, isSame } from "../picking/login.ts";
import type { HelpRequest } from "./request.ts";

type Answer = NonNullable<HelpRequest["answer"]>;

interface Settings {
  readonly escalateTo: readonly string[];
  /** The status of a new item in the project. */
  readonly status: string | null;
  readonly now: Date;
}

/**
 * The first answer of whoever is asked: a comment without commands, a review, a 👍 for a comment of Detoil's, or the item's move on the
 * project by whomever. After an escalation its people count, too.
 */
export function answerTo(request: HelpRequest, facts: RequestFacts, settings: Settings): Answer | null {
  const since = startOf(request);
  if (since === null) return null;
  const escalated = request.escalations.length > 0 ? expand(settings.escalateTo, facts.teams) : [];
  const asked = request.asked === null ? escalated : [request.asked, ...escalated];
  const isTheirs = (login: string) => isAmong(login, asked);
  const [first] = [...comments(facts, isTheirs), ...reviews(facts, isTheirs), ...thumbs(facts, isTheirs)]
    .filter(({ at }) => at >= since)
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

function toTheSecond(instant: string): Date {
  return new Date(Math.floor(Date.parse(instant) / 1_000) * 1_000);
}

interface Found {
  readonly by: string;
  readonly at: Date;
  readonly how: "comment" | "reaction";
}

function comments({ item, recorded }: RequestFacts, isTheirs: (login: string) => boolean): Found[] {
  return item.comments
    .filter(({ id }) => id > (recorded?.status?.id ?? 0)) // before it in the same second
    .flatMap(({ author, body, createdAt }) =>
      author !== null && !author.bot && isTheirs(author.login) && readCommands(body).length === 0
        ? [{ by: author.login, at: createdAt, how: "comment" }]
        : [],
    );
}

function reviews({ item }: RequestFacts, isTheirs: (login: string) => boolean): Found[] {
  return item.reviews
    .filter(({ login }) => isTheirs(login))
    .map(({ login, at }) => ({ by: login, at, how: "comment" }));
}

function thumbs({ item, recorded }: RequestFacts, isTheirs: (login: string) => boolean): Found[] {
  const ours = new Set([recorded?.status?.id, ...(recorded?.notices ?? []).map(({ id }) => id)]);
  return item.comments
    .filter(({ id }) => ours.has(id))
    .flatMap((comment) => comment.thumbs)
    .filter(({ login }) => isTheirs(login))
    .map(({ login, at }) => ({ by: login, at, how: "reaction" }));
}

/** GitHub says neither who moved an item nor when: it counts from the moment that it is seen. */
function moved({ project, asked }: HelpRequest, { item }: RequestFacts, { status, now }: Settings): Answer | null {
  if (project === null || asked === null || status === null) return null;
  const current = item.place?.status ?? null;
  if (current === null || isSame(current, status)) return null;
  return { by: asked, at: now.toISOString(), how: "project" };
}

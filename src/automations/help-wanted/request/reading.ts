import type { HelpReading, RecordedRequest } from "../../../records/help-wanted/help-request.ts";
import type { ReconcileContext } from "../../automation.ts";
import { homeOf } from "../picking/home.ts";
import type { KnownRequest } from "./known.ts";

type Place = Pick<ReconcileContext, "loaded" | "repository" | "now">;

/** What other requests and the report need to know of a request. */
export function readingOf({ number, request }: KnownRequest, { loaded, repository, now }: Place): HelpReading {
  const { since, revision, state, asked, askedAt, asks, firstAnswerAt, ended, away, covers } = request;
  const told: RecordedRequest = {
    state,
    asked,
    askedAt: instant(askedAt),
    firstAskedAt: instant(asks[0]?.at ?? null),
    firstAnswerAt: instant(firstAnswerAt),
    passedAt: asks.slice(1).map(({ at }) => Date.parse(at)),
    endedAt: instant(ended?.at ?? null),
    isPrivate: loaded.isPrivate,
  };
  const turns = asks.filter(({ returned }) => !returned).map(({ login, at }) => ({ login, at: Date.parse(at) }));
  return {
    home: homeOf(loaded, repository),
    repo: `${repository.owner}/${repository.name}`,
    ...{ number, since: Date.parse(since), revision, readAt: now.getTime() },
    record: { request: told, asks: turns, away, covers },
  };
}

function instant(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

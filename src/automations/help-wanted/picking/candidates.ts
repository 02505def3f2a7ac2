import type { IsoDay } from "../../../calendar/day.ts";
import { endOf } from "../../../calendar/ranges.ts";
import type { Workload } from "../../../records/help-wanted/help-request.ts";
import { isAmong, isSame } from "./login.ts";
import type { Question } from "./question.ts";
import type { Candidate, Reason } from "./selection.ts";

/** At least this many new requests in a day are enough, while somebody else got fewer; of a backlog in any case. */
const ENOUGH = 2;

const NOTHING: Workload = { open: 0, lastAskedAt: null, lastAskOrder: 0, askedToday: 0 };

export function workloadOf(login: string, { workloads }: Pick<Question, "workloads">): Workload {
  return workloads.get(login.toLowerCase()) ?? NOTHING;
}

/** What keeps somebody from any request, or from this one whoever else there is. */
export function reasonsAgainst(login: string, question: Question, today: IsoDay): Reason[] {
  const { request, section, away, busy } = question;
  const until = endOf(
    [...section.away, ...away].filter(({ who }) => isSame(who, login)).map(({ from, to }) => `${from}/${to}`),
    today,
  );
  const { open } = workloadOf(login, question);
  const most = section["max-open"];
  const reasons: (Reason | false)[] = [
    isSame(login, request.author) && { kind: "author" },
    until !== null && { kind: "away", until },
    isAmong(login, busy) && { kind: "busy" },
    open >= most && { kind: "full", open, most },
  ];
  return reasons.filter((reason) => reason !== false);
}

/** Nobody is asked twice for one request, unless nobody else can be. */
export function withoutRepeats(candidates: readonly Candidate[], { request }: Question): Candidate[] {
  const isAlone = candidates.filter(({ eligible }) => eligible).length === 1;
  return candidates.map((candidate) =>
    !isAlone && isAmong(candidate.login, request.askedBefore) ? refuse(candidate, { kind: "asked-before" }) : candidate,
  );
}

/**
 * With `least-loaded` whoever was away for long would get everything on the first day back; and on the day on which sre.yml
 * begins to ask, all would get what has waited until then.
 */
export function withoutFloods(candidates: readonly Candidate[], question: Question): Candidate[] {
  const { request, section } = question;
  if (section.strategy !== "least-loaded" && !request.isBacklog) return [...candidates];
  const askedToday = ({ login }: Candidate) => workloadOf(login, question).askedToday;
  const isRest =
    request.isBacklog || candidates.some((candidate) => candidate.eligible && askedToday(candidate) < ENOUGH);
  return candidates.map((candidate) => {
    const asked = askedToday(candidate);
    return isRest && candidate.eligible && asked >= ENOUGH
      ? refuse(candidate, { kind: "enough-today", asked })
      : candidate;
  });
}

function refuse(candidate: Candidate, reason: Reason): Candidate {
  return { ...candidate, eligible: false, reasons: [...candidate.reasons, reason] };
}

import { z } from "zod";
import type { Sha, SimPull, SimRepo, Time } from "../state.ts";
import { conversationFields, readConversation, writeConversation } from "./conversation.ts";
import type { PullInput, pullShape, reviewShape } from "./pull-shape.ts";
import { pullCommits, pullShas } from "./pull-shas.ts";
import type { Reading } from "./reading.ts";

export function readPulls(reading: Reading, repo: SimRepo, inputs: readonly PullInput[]): void {
  inputs.forEach((input, index) => {
    const pull = readPull(reading.at(index), repo, input);
    repo.pulls.set(pull.number, pull);
  });
}

function readPull(reading: Reading, repo: SimRepo, input: PullInput): SimPull {
  const state = input.state ?? "open";
  if (state !== "merged") notMerged(reading, input, state);
  const shared = readConversation(reading, repo, conversationOf(input), "Pull request");
  const merged_at = state === "merged" ? (input.merged_at ?? reading.time(input.closed_at)) : null;
  const shas = pullShas(reading, repo, input);
  return {
    ...shared,
    closed_at: state === "open" ? null : (input.closed_at ?? merged_at ?? reading.state.now),
    state,
    draft: input.draft ?? false,
    base: input.base ?? repo.default_branch,
    head: input.head ?? `pull-${shared.number}`,
    head_repo: input.head_repo === undefined ? repo.name : input.head_repo,
    ...shas,
    merge_method: state === "merged" ? (input.merge_method ?? "merge") : (input.merge_method ?? null),
    ready_at: input.ready_at ?? null,
    ready_events: input.ready_events ?? readyEvents(input, shared.created_at),
    merged_at,
    merged_by: reading.maybePerson(input.merged_by),
    mergeable: input.mergeable ?? "MERGEABLE",
    auto_merge: input.auto_merge ?? false,
    commits: pullCommits(reading, repo, input, shas),
    reviews: (input.reviews ?? []).map((review, at) =>
      readReview(reading.at("reviews", at), repo, review, shas.head_sha),
    ),
    ...reviewersOf(reading, repo, input),
  };
}

/** A draft is marked as ready once, unless the file says more; one that was never a draft has no such event. */
function readyEvents({ ready_at = null }: PullInput, createdAt: Time): Time[] {
  return ready_at === null || ready_at === createdAt ? [] : [ready_at];
}

/** Who writes `merged_at` and forgets the state would otherwise get an open one. */
function notMerged(reading: Reading, { merged_at, merged_by }: PullInput, state: "open" | "closed"): void {
  const [field] = Object.entries({ merged_at, merged_by }).find(([, value]) => (value ?? null) !== null) ?? [];
  if (field === undefined) return;
  reading.at(field).fail(`only a merged pull request has it, and this one is ${state}; write \`state: merged\`.`);
}

/** Names of the teams and logins of the people that are asked: `org/slug`, or the slug of a team that `teams` lists. */
function reviewersOf(reading: Reading, repo: SimRepo, input: PullInput) {
  const owner = repo.name.split("/")[0] ?? "";
  const { teams, users } = reading.state;
  const isSlug = (name: string) => !users.has(name) && teams.some(({ org, slug }) => org === owner && slug === name);
  const requested = input.requested_reviewers ?? [];
  const isTeam = (name: string) => name.includes("/") || isSlug(name);
  const named = [...requested.filter(isTeam), ...(input.requested_teams ?? [])];
  return {
    requested_reviewers: requested.filter((name) => !isTeam(name)).map((name) => reading.person(name)),
    requested_teams: named.map((name) => reading.team(name.includes("/") ? name : `${owner}/${name}`)),
  };
}

function readReview(
  reading: Reading,
  repo: SimRepo,
  input: z.output<typeof reviewShape>,
  head: Sha,
): SimPull["reviews"][number] {
  return {
    id: reading.id(input.id),
    user: reading.maybePerson(input.user),
    state: input.state ?? "COMMENTED",
    body: input.body ?? "",
    at: reading.time(input.at),
    commit: input.commit === undefined ? head : reading.at("commit").commit(input.commit, repo.commits),
  };
}

function conversationOf(input: PullInput) {
  return z.object(conversationFields).parse(input);
}

export function writePull(pull: SimPull): z.input<typeof pullShape> {
  const { state, draft, base, base_sha, head, head_repo, head_sha, merge_method, merge_commit_sha, ready_at } = pull;
  const { merged_at, merged_by, mergeable, auto_merge } = pull;
  return {
    ...writeConversation(pull),
    ...{ state, draft, base, base_sha, head, head_repo, head_sha, merge_method, merge_commit_sha, ready_at },
    ...{ merged_at, merged_by, mergeable, auto_merge },
    commits: [...pull.commits],
    reviews: pull.reviews.map((one) => ({ ...one })),
    ready_events: [...pull.ready_events],
    requested_reviewers: [...pull.requested_reviewers],
    requested_teams: [...pull.requested_teams],
  };
}

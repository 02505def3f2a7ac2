import { UNKNOWN } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import type { Instant } from "../../../records/record.ts";
import { earliestOf } from "../measuring/extremes.ts";
import type { Author, PullTexts } from "../reading/pull-texts.ts";
import type { cadenceClosedResult } from "./cadence-closed.generated.ts";
import type { cadenceOpenResult } from "./cadence-open.generated.ts";

type NodesOf<Result extends { repository: { pullRequests: { nodes: unknown } } | null }> = NonNullable<
  Result["repository"]
>["pullRequests"]["nodes"];
type One<Nodes> = Nodes extends readonly (infer Node)[] ? NonNullable<Node> : never;

export type OpenNode = One<NonNullable<NodesOf<cadenceOpenResult>>>;
export type ClosedNode = One<NonNullable<NodesOf<cadenceClosedResult>>>;

/** The part of a closed one that is not read again. */
export type LongTexts = Pick<PullTexts, "body" | "message">;

/** A bot with the login that REST gives it. */
export function authorIn(node: { readonly __typename: string; readonly login: string } | null): Author | null {
  if (node === null) return null;
  const bot = node.__typename === "Bot";
  return { login: bot && !node.login.endsWith("[bot]") ? `${node.login}[bot]` : node.login, bot };
}

const STATES = { OPEN: "open", MERGED: "merged", CLOSED: "closed" } as const;

function common(node: ClosedNode | OpenNode) {
  return {
    number: node.number,
    author: authorIn(node.author),
    title: node.title,
    branch: node.headRefName,
    state: STATES[node.state],
    openedAt: Date.parse(node.createdAt),
    closedAt: node.closedAt === null ? null : Date.parse(node.closedAt),
    comments: nodesOf(node.comments).map(({ author, body }) => ({ author: authorIn(author), body })),
  } as const;
}

/** What became of it is known: nothing is waited for. */
export function closedTexts(node: ClosedNode, texts: LongTexts): PullTexts {
  return {
    ...common(node),
    ...texts,
    mergeable: "UNKNOWN",
    reviewDecision: null,
    contexts: [],
    autoMerge: false,
  };
}

export function longTextsIn(node: Pick<ClosedNode, "body" | "commits">): LongTexts {
  return { body: node.body ?? "", message: nodesOf(node.commits)[0]?.commit.message ?? null };
}

export function openTexts(node: OpenNode): PullTexts {
  return {
    ...common(node),
    ...longTextsIn(node),
    mergeable: node.mergeable,
    reviewDecision: decisionOn(node),
    contexts: contextsOf(node).map(({ name, state }) => ({ name, state })),
    autoMerge: node.autoMergeRequest !== null,
  };
}

/** GitHub decides only where a branch requires reviews; elsewhere the latest one of each person does. */
function decisionOn({ reviewDecision, latestOpinionatedReviews }: OpenNode): PullTexts["reviewDecision"] {
  const states = nodesOf(latestOpinionatedReviews).map(({ state }) => state);
  if (reviewDecision !== null) return reviewDecision;
  return states.find((state) => state === "CHANGES_REQUESTED") ?? states.find((state) => state === "APPROVED") ?? null;
}

interface Context {
  readonly name: string;
  readonly state: "success" | "failure" | "pending";
  readonly at: Instant;
}

const PASSED: ReadonlySet<string | null> = new Set(["SUCCESS", "NEUTRAL", "SKIPPED"]);
const RUNNING: ReadonlySet<string | null> = new Set([null, "PENDING", "EXPECTED"]);

function stateOf(word: string | null): Context["state"] {
  if (PASSED.has(word)) return "success";
  return RUNNING.has(word) ? "pending" : "failure";
}

/** Check runs and statuses together, as far as this App may see them. */
function contextsOf({ commits }: OpenNode): Context[] {
  const rollup = nodesOf(commits)[0]?.commit.statusCheckRollup ?? null;
  return nodesOf(rollup === UNKNOWN ? null : rollup?.contexts).map((node) =>
    node.__typename === "CheckRun"
      ? { name: node.name, state: stateOf(node.conclusion), at: Date.parse(node.completedAt ?? "") }
      : { name: node.context, state: stateOf(node.state), at: Date.parse(node.createdAt) },
  );
}

/** null: none fails. */
export function failingSince(node: OpenNode): Instant | null {
  return earliestOf(
    contextsOf(node).flatMap(({ state, at }) => (state === "failure" && !Number.isNaN(at) ? [at] : [])),
  );
}

export function reviewersOf({ reviewRequests }: OpenNode): string[] {
  return nodesOf(reviewRequests).flatMap(({ requestedReviewer }) => {
    if (requestedReviewer === null || requestedReviewer === UNKNOWN) return [];
    if (requestedReviewer.__typename === "User") return [requestedReviewer.login];
    return requestedReviewer.__typename === "Team" ? [requestedReviewer.combinedSlug] : [];
  });
}

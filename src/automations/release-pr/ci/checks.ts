/** A check run, a status, or a workflow that could not start: on the head of a release pull request, and not Detoil's own. */
export interface Check {
  /** null: a workflow of GitHub Actions without a job. */
  readonly name: string | null;
  readonly url: string | null;
  readonly state: "running" | "passed" | "skipped" | "failed";
  /** GitHub's word for how it ended, in lower case: `timed_out`; null while it runs. */
  readonly conclusion: string | null;
  /** When it ended, ISO; null while it runs. */
  readonly endedAt: string | null;
}

export interface RunNode {
  readonly __typename: "CheckRun";
  readonly name: string;
  readonly status: string;
  readonly conclusion: string | null;
  readonly completedAt: string | null;
  readonly url: string;
  readonly checkSuite: { readonly createdAt: string; readonly app: { readonly slug: string } | null };
}

export interface StatusNode {
  readonly __typename: "StatusContext";
  readonly context: string;
  readonly state: string;
  readonly createdAt: string;
  readonly targetUrl: string | null;
}

export interface SuiteNode {
  readonly status: string;
  readonly conclusion: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly url: string;
  readonly app: { readonly slug: string } | null;
  readonly checkRuns: { readonly totalCount: number } | null;
}

/** The App of GitHub Actions: it queues a suite for each workflow, before the first job has a run. */
export const ACTIONS = "github-actions";

const SKIPPED = "skipped";
/** As with required checks, where neutral and skipped count as passed (docs.github.com, About protected branches). */
const PASSED: ReadonlySet<string> = new Set(["success", "neutral", SKIPPED]);

/**
 * What a commit waits for. `own`: the slug of this App, whose own checks hold nothing up.
 *
 * A suite of another App without a run is ignored: GitHub makes one for every App that writes checks, and most never fill it
 * (NousResearch/hermes-agent#52311). One of GitHub Actions holds: its jobs come. A suite that is not over although its runs
 * are holds too: another job comes, or somebody chose "Re-run".
 */
export function checksOf(
  contexts: readonly (RunNode | StatusNode)[],
  suites: readonly SuiteNode[],
  own: string,
): readonly Check[] {
  const others = suites.filter(({ app }) => app?.slug !== own);
  const isWaiting = ({ status, app, checkRuns }: SuiteNode) =>
    status !== "COMPLETED" && (app?.slug === ACTIONS || (checkRuns?.totalCount ?? 0) > 0);
  const runs = contexts.filter((node) => node.__typename === "CheckRun");
  return [
    ...contexts.flatMap((node) => {
      if (node.__typename !== "CheckRun") return [statusOf(node)];
      return isRepeated(node, runs) ? [] : runOf(node, own);
    }),
    ...others.filter(isWaiting).map(({ url }): Check => ({ ...RUNNING, name: null, url })),
    ...others
      .filter(({ app, checkRuns }) => app?.slug === ACTIONS && checkRuns?.totalCount === 0)
      .filter((suite) => !isReplaced(suite, others))
      .flatMap(emptyOf),
  ];
}

/** The workflows that one event starts have their suites within a moment; their jobs may have the same name. */
const ONE_EVENT_MS = 3_000;

type Made = Pick<SuiteNode, "createdAt" | "app">;

function isLater(one: Made, other: Made): boolean {
  return one.app?.slug === other.app?.slug && Date.parse(one.createdAt) > Date.parse(other.createdAt) + ONE_EVENT_MS;
}

/**
 * Another event on the same commit starts a workflow again, in a suite of its own: an edited title, say. The former run stays
 * beside it with its conclusion (lewagon/wait-on-check-action#156, cli/cli pkg/cmd/pr/checks/aggregate.go), and as with required
 * checks the latest of a name counts; but a job that skips the other event has tested nothing. Which workflow a run is of, only
 * those see who may read Actions.
 */
function isRepeated({ name, checkSuite }: RunNode, runs: readonly RunNode[]): boolean {
  return runs.some((run) => run.name === name && run.conclusion !== "SKIPPED" && isLater(run.checkSuite, checkSuite));
}

/** Cancelled because a later one came: what `concurrency` does to a workflow that waits, before its first job. */
export function isReplaced<Suite extends Made & Pick<SuiteNode, "conclusion">>(
  suite: Suite,
  suites: readonly Suite[],
): boolean {
  return suite.conclusion === "CANCELLED" && suites.some((other) => isLater(other, suite));
}

const RUNNING = { state: "running", conclusion: null, endedAt: null } as const;

function runOf({ name, url, status, conclusion, completedAt, checkSuite }: RunNode, own: string): Check[] {
  if (checkSuite.app?.slug === own) return [];
  if (status !== "COMPLETED" || conclusion === null) return [{ ...RUNNING, name, url }];
  return [{ name, url, ...endOf(conclusion), endedAt: completedAt }];
}

function statusOf({ context: name, targetUrl: url, state, createdAt }: StatusNode): Check {
  const isRunning = state === "PENDING" || state === "EXPECTED";
  return isRunning ? { ...RUNNING, name, url } : { name, url, ...endOf(state), endedAt: createdAt };
}

/** A workflow that ended without a job counts where it failed: its file is broken, or somebody has to approve it. */
function emptyOf({ status, conclusion, updatedAt, url }: SuiteNode): Check[] {
  if (status !== "COMPLETED" || conclusion === null) return [];
  const end = endOf(conclusion);
  return end.state === "failed" ? [{ name: null, url, ...end, endedAt: updatedAt }] : [];
}

function endOf(word: string): Pick<Check, "state" | "conclusion"> {
  const conclusion = word.toLowerCase();
  if (conclusion === SKIPPED) return { state: "skipped", conclusion };
  return { state: PASSED.has(conclusion) ? "passed" : "failed", conclusion };
}

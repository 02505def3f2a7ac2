import { evaluateConfig } from "../../config/evaluate.ts";
import { CONFIG_PATH, isNearMiss } from "../../config/files.ts";
import type { GitHub } from "../../github/client.ts";
import { configFiles, textIn } from "../../github/config-files.ts";
import { isSelf } from "../../github/is-self.ts";
import { mayRead } from "../../github/may-read.ts";
import { nodesOf } from "../../github/nodes.ts";
import { ownRunIn } from "../../github/own-check.ts";
import { readPages } from "../../github/read-pages.ts";
import type { ReconcileContext } from "../automation.ts";
import { configPull, type configPullResult } from "./config-pull.generated.ts";
import { configPullFiles } from "./config-pull-files.generated.ts";
import { countMilestones } from "./count-milestones.ts";
import { CHECK, type PullFacts } from "./facts.ts";

type Pull = NonNullable<NonNullable<configPullResult["repository"]>["pullRequest"]>;

/** null: the pull request is gone or not open, or it neither touches the file nor has a check that says it does. */
export async function gatherPull(github: GitHub, context: ReconcileContext, number: number): Promise<PullFacts | null> {
  const { owner, name } = context.repository;
  const variables = { owner, name, number, path: CONFIG_PATH, check: CHECK };
  const { repository } = await github.graphql(configPull, variables);
  const pull = repository?.pullRequest;
  const hasIssues = repository?.hasIssuesEnabled ?? true;
  const commit = pull?.commits.nodes?.[0]?.commit;
  if (!pull || !commit || pull.state !== "OPEN") return null;

  const text = textIn(commit);
  const { touched, misnamed } = await touchedBy(github, context, pull, text);
  const current = await ownRunIn(
    github,
    { repository: context.repository, oid: commit.oid, check: CHECK },
    commit.checkSuites,
  );
  if (touched === null && misnamed === null && current === null) return null;
  const fromFork = pull.isCrossRepository;
  const author = pull.author;
  const proposal = {
    text: touched === "deleted" ? null : text,
    fromFork,
    // Detoil's own release pull request brings what was already proposed and checked
    mayRead: async (owner: string, name: string) =>
      isSelf(author, context.self) ||
      (author?.__typename === "User" && (await mayRead(github, { owner, name }, author.login))),
  };
  const evaluation = touched === null ? null : await evaluateConfig(configFiles(github, context.repository), proposal);
  return {
    number,
    base: pull.baseRefName,
    head: pull.headRefName,
    headOid: commit.oid,
    fromFork,
    touched,
    misnamed,
    evaluation,
    hasIssues,
    milestones: await countMilestones(github, context, evaluation?.config ?? null),
    current,
  };
}

type Touched = Pick<PullFacts, "touched" | "misnamed">;

async function touchedBy(github: GitHub, context: ReconcileContext, pull: Pull, text: string | null): Promise<Touched> {
  let renames = false;
  let touched: PullFacts["touched"] = null;
  let misnamed: string | null = null;
  for await (const files of filesOf(github, context, pull)) {
    for (const file of nodesOf(files)) {
      if (file.path === CONFIG_PATH) touched = text === null ? "deleted" : "changed";
      renames ||= file.changeType === "RENAMED";
      const isLeft = file.changeType !== "DELETED" && text === null;
      if (isLeft && isNearMiss(file.path)) misnamed ??= file.path;
    }
    if (touched === "changed") return { touched, misnamed: null };
  }
  // a renamed file is listed under its new name only
  const hadFile = context.loaded.origin?.repository === `${context.repository.owner}/${context.repository.name}`;
  return { touched: touched ?? (renames && text === null && hadFile ? "deleted" : null), misnamed };
}

function filesOf(github: GitHub, context: ReconcileContext, { number, files: first }: Pull) {
  const { owner, name } = context.repository;
  const read = async (cursor: string | null) =>
    (await github.graphql(configPullFiles, { owner, name, number, cursor })).repository?.pullRequest?.files;
  return readPages(read, { first });
}

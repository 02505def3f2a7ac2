import { nodeId } from "../../graphql/node-id.ts";
import type { SimAnnotation, SimCheckRun, SimRepo } from "../../state.ts";
import { suiteId, suiteOf } from "../check-suite.ts";
import { renderApp } from "./app.ts";
import { gitUser, treeSha } from "./commit.ts";
import { renderRepo } from "./repo.ts";
import { type Rendered, repoApi, repoWeb, type View } from "./view.ts";

export function renderCheckRun(view: View, repo: SimRepo, run: SimCheckRun): Rendered {
  const url = `${repoApi(view, repo)}/check-runs/${run.id}`;
  const html_url = `${repoWeb(view, repo)}/runs/${run.id}`;
  const { title, summary, text, annotations } = run.output;
  return {
    id: run.id,
    node_id: nodeId("CheckRun", repo.id, run.id),
    name: run.name,
    head_sha: run.sha,
    external_id: run.external_id ?? "",
    url,
    html_url,
    details_url: run.details_url ?? html_url,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.started_at,
    completed_at: run.completed_at,
    output: { title, summary, text, annotations_count: annotations.length, annotations_url: `${url}/annotations` },
    check_suite: { id: suiteId(repo, run.app, run.sha) },
    app: renderApp(view, run.app),
    pull_requests: pullsOn(view, repo, run.sha),
  };
}

/** All runs of one App on one commit. */
export function renderCheckSuite(view: View, repo: SimRepo, app: string, sha: string): Rendered {
  const suite = suiteOf(repo, app, sha);
  const id = suiteId(repo, app, sha);
  const url = `${repoApi(view, repo)}/check-suites/${id}`;
  const commit = repo.commits.get(sha);
  return {
    id,
    node_id: nodeId("CheckSuite", repo.id, sha, app),
    head_branch: [...repo.branches].find(([, tip]) => tip === sha)?.[0] ?? null,
    head_sha: sha,
    status: suite.status,
    conclusion: suite.conclusion,
    url,
    before: commit?.parents[0] ?? null,
    after: sha,
    pull_requests: pullsOn(view, repo, sha),
    app: renderApp(view, app),
    repository: renderRepo(view, repo),
    created_at: suite.created_at,
    updated_at: suite.updated_at,
    rerequestable: true,
    runs_rerequestable: true,
    latest_check_runs_count: suite.runs.length,
    check_runs_url: `${url}/check-runs`,
    head_commit: commit === undefined ? null : simpleCommit(commit),
  };
}

/** A commit as check suites and merge groups show it. */
export function simpleCommit(commit: Parameters<typeof gitUser>[0]): Rendered {
  const { name, email } = gitUser(commit, commit.committed_at);
  const person = { name, email };
  return {
    id: commit.sha,
    tree_id: treeSha(commit),
    message: commit.message,
    timestamp: commit.committed_at,
    author: person,
    committer: person,
  };
}

/** Open pull requests of this repository with that head; GitHub leaves those from forks out. */
function pullsOn(view: View, repo: SimRepo, sha: string): Rendered[] {
  const side = (ref: string, at: string) => ({
    ref,
    sha: at,
    repo: { id: repo.id, url: repoApi(view, repo), name: repo.name.split("/")[1] ?? repo.name },
  });
  return [...repo.pulls.values()]
    .filter((pull) => pull.state === "open" && pull.head_sha === sha && pull.head_repo === repo.name)
    .map((pull) => ({
      id: pull.id,
      number: pull.number,
      url: `${repoApi(view, repo)}/pulls/${pull.number}`,
      head: side(pull.head, pull.head_sha),
      base: side(pull.base, pull.base_sha),
    }));
}

export function renderAnnotation(view: View, repo: SimRepo, run: SimCheckRun, annotation: SimAnnotation): Rendered {
  return { ...annotation, blob_href: `${repoWeb(view, repo)}/blob/${run.sha}/${annotation.path}`, raw_details: null };
}

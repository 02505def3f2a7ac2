import type { SimEvent, SimSubject } from "../../events.ts";
import { renderCheckRun, renderCheckSuite, simpleCommit } from "../../rest/render/check-run.ts";
import { renderComment } from "../../rest/render/comment.ts";
import { renderCommit } from "../../rest/render/commit.ts";
import { renderIssue } from "../../rest/render/issue.ts";
import { renderLabel } from "../../rest/render/label.ts";
import { renderMilestone, renderMilestoneOf } from "../../rest/render/milestone.ts";
import { renderPull, renderSimplePull } from "../../rest/render/pull.ts";
import { renderRelease } from "../../rest/render/release.ts";
import { renderRepo } from "../../rest/render/repo.ts";
import { renderReview } from "../../rest/render/review.ts";
import { renderUser } from "../../rest/render/user.ts";
import type { Rendered, View } from "../../rest/render/view.ts";
import type { SimInstallation, SimRepo } from "../../state.ts";
import { deploymentPayload, deploymentStatusPayload } from "./deployment-payload.ts";
import { projectItemPayload } from "./project-item-payload.ts";
import { pushPayload } from "./push-payload.ts";
import { workflowRunPayload } from "./workflow-run-payload.ts";

type Build = (view: View, repo: SimRepo, subject: SimSubject) => Rendered;

/** The side things of an issue's or pull request's event: the label put on it, who was assigned, what was edited. */
function aside(view: View, repo: SimRepo, subject: SimSubject): Rendered {
  const { label, assignee, requested_reviewer, milestone, changes, before, after } = subject;
  return {
    ...(label === undefined ? {} : { label: renderLabel(view, repo, label) }),
    ...(assignee === undefined ? {} : { assignee: renderUser(view, assignee) }),
    ...(requested_reviewer === undefined ? {} : { requested_reviewer: renderUser(view, requested_reviewer) }),
    ...(milestone === undefined ? {} : { milestone: renderMilestoneOf(view, repo, milestone) }),
    ...(changes === undefined ? {} : { changes }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function there<Thing>(thing: Thing | undefined, what: string): Thing {
  if (thing === undefined) throw new Error(`a webhook mentions ${what}, which is not in the state`);
  return thing;
}

function conversation(view: View, repo: SimRepo, number: number | undefined): Rendered {
  const item = repo.pulls.get(number ?? 0) ?? repo.issues.get(number ?? 0);
  return renderIssue(view, repo, there(item, `#${number}`));
}

/** Both ends of a transfer name the other one. */
function transfer(view: View, { moved_to, moved_from }: SimSubject): Rendered {
  const [end, other] = moved_to === undefined ? ["old", moved_from] : ["new", moved_to];
  if (other === undefined) return {};
  const repo = there(view.state.repos.get(other.repo), other.repo);
  const changes = {
    [`${end}_issue`]: conversation(view, repo, other.number),
    [`${end}_repository`]: renderRepo(view, repo),
  };
  return { changes };
}

/** What each event carries besides repository, sender and installation. */
const BUILDERS: Readonly<Record<string, Build>> = {
  workflow_run: workflowRunPayload,
  pull_request: (view, repo, subject) => ({
    number: subject.number,
    pull_request: renderPull(view, repo, there(repo.pulls.get(subject.number ?? 0), `#${subject.number}`)),
    ...aside(view, repo, subject),
  }),
  issues: (view, repo, subject) => ({
    issue: conversation(view, repo, subject.number),
    ...aside(view, repo, subject),
    ...transfer(view, subject),
  }),
  issue_comment: (view, repo, { number = 0, comment_id, comment, changes }) => {
    const item = repo.pulls.get(number) ?? repo.issues.get(number);
    const found = comment ?? item?.comments.find(({ id }) => id === comment_id);
    return {
      issue: conversation(view, repo, number),
      comment: renderComment(view, repo, number, there(found, `comment ${comment_id}`)),
      ...(changes === undefined ? {} : { changes }),
    };
  },
  pull_request_review: (view, repo, { number = 0, review_id }) => {
    const pull = there(repo.pulls.get(number), `#${number}`);
    const rendered = renderReview(
      view,
      repo,
      pull,
      there(
        pull.reviews.find(({ id }) => id === review_id),
        "a review",
      ),
    );
    // Webhooks write the state small, REST in capitals.
    const review = { ...rendered, state: String(rendered.state).toLowerCase() };
    return { review, pull_request: renderSimplePull(view, repo, pull) };
  },
  push: pushPayload,
  create: (_view, repo, { ref, ref_type }) => ({
    ref,
    ref_type,
    master_branch: repo.default_branch,
    description: null,
    pusher_type: "user",
  }),
  delete: (_view, _repo, { ref, ref_type }) => ({ ref, ref_type, pusher_type: "user" }),
  check_run: (view, repo, { check_run_id }) => {
    const run = there(repo.check_runs.get(check_run_id ?? 0), `check run ${check_run_id}`);
    const suite = renderCheckSuite(view, repo, run.app, run.sha);
    return { check_run: { ...renderCheckRun(view, repo, run), check_suite: suite } };
  },
  check_suite: (view, repo, { check_suite_app = "", head_sha = "" }) => ({
    check_suite: renderCheckSuite(view, repo, check_suite_app, head_sha),
  }),
  merge_group: (_view, repo, { head_sha, ref, before, base_ref, reason }) => {
    const commit = there(repo.commits.get(head_sha ?? ""), `commit ${head_sha}`);
    return {
      ...(reason === undefined ? {} : { reason }),
      merge_group: { head_sha, head_ref: ref, base_sha: before, base_ref, head_commit: simpleCommit(commit) },
    };
  },
  status: (view, repo, { head_sha, status_context }) => {
    const status = repo.statuses.findLast((one) => one.sha === head_sha && one.context === status_context);
    const { sha, context, state, description, target_url, at } = there(status, `status ${status_context}`);
    const commit = there(repo.commits.get(sha), `commit ${sha}`);
    const branches = [...repo.branches].filter(([, tip]) => tip === sha).map(([name]) => ({ name, commit: { sha } }));
    return {
      id: repo.statuses.length,
      sha,
      name: repo.name,
      context,
      state,
      description,
      target_url,
      commit: renderCommit(view, repo, commit),
      branches,
      created_at: at,
      updated_at: at,
    };
  },
  label: (view, repo, { label, changes }) => ({
    label: renderLabel(view, repo, there(label, "a label")),
    ...(changes === undefined ? {} : { changes }),
  }),
  milestone: (view, repo, { milestone, deleted_milestone, changes }) => ({
    milestone: renderMilestone(
      view,
      repo,
      there(deleted_milestone ?? repo.milestones.get(milestone ?? 0), `milestone ${milestone}`),
    ),
    ...(changes === undefined ? {} : { changes }),
  }),
  release: (view, repo, { release_id, deleted_release }) => {
    const release = deleted_release ?? repo.releases.find(({ id }) => id === release_id);
    return { release: renderRelease(view, repo, there(release, "a release")) };
  },
  repository: (_view, _repo, { changes }) => (changes === undefined ? {} : { changes }),
  projects_v2_item: projectItemPayload,
  deployment: deploymentPayload,
  deployment_status: deploymentStatusPayload,
};

/** Events that name no repository (docs.github.com: "Webhook events and payloads"). */
const OF_ACCOUNT: ReadonlySet<string> = new Set(["projects_v2_item"]);

/** The payload as GitHub would send it to this installation; null for an event that the simulator cannot render yet. */
export function payloadOf(view: View, event: SimEvent, repo: SimRepo, installation: SimInstallation): Rendered | null {
  const build = BUILDERS[event.event];
  if (build === undefined) return null;
  const owner = repo.name.split("/")[0] ?? "";
  const isOrganization = view.state.users.get(owner)?.type === "Organization";
  return {
    ...(event.action === null ? {} : { action: event.action }),
    ...build(view, repo, event.subject),
    ...(OF_ACCOUNT.has(event.event) ? {} : { repository: renderRepo(view, repo) }),
    ...(isOrganization ? { organization: organization(view, owner) } : {}),
    sender: renderUser(view, event.sender),
    installation: { id: installation.id, node_id: `MDIzOkludGVncmF0aW9u${installation.id}` },
  };
}

/** How webhooks name an organization. */
export function organization(view: View, login: string): Rendered {
  const { id, node_id, avatar_url } = renderUser(view, login);
  return { login, id, node_id, url: `${view.apiUrl}/orgs/${login}`, avatar_url, description: null };
}

import { expect, test } from "vitest";
import { restOf, SHOP } from "./github.ts";
import { refusal } from "./refusal.ts";

const at = { owner: "acme", repo: "shop" };

test("a release pull request is opened, kept, labelled, assigned, commented and merged", async () => {
  const { octokit, repo, events, unexpected } = restOf(SHOP);
  const made = await octokit.pulls.create({ ...at, title: "Release", body: "", head: "develop", base: "main" });
  expect(made.data).toMatchObject({
    number: 12,
    state: "open",
    commits: 3,
    mergeable: true,
    user: { login: "detoil[bot]" },
  });
  const pull_number = made.data.number;
  await octokit.pulls.update({ ...at, pull_number, title: "Release 1", body: "- [ ] #3" });
  const labels = await octokit.issues.addLabels({ ...at, issue_number: pull_number, labels: ["release"] });
  expect(labels.data.map((label) => label.name)).toEqual(["release"]);
  const assigned = await octokit.issues.addAssignees({
    ...at,
    issue_number: pull_number,
    assignees: ["alice", "renovate[bot]", "nobody"],
  });
  expect(assigned.data.assignees?.map((user) => user.login)).toEqual(["alice"]);
  await octokit.pulls.requestReviewers({ ...at, pull_number, reviewers: ["alice", "bo"] });
  const comment = await octokit.issues.createComment({ ...at, issue_number: pull_number, body: "hello" });
  await octokit.issues.updateComment({ ...at, comment_id: comment.data.id, body: "hello again" });
  await octokit.reactions.createForIssueComment({ ...at, comment_id: comment.data.id, content: "confused" });
  await octokit.issues.deleteComment({ ...at, comment_id: comment.data.id });
  const merged = await octokit.pulls.merge({ ...at, pull_number });
  const commit = repo.commits.get(merged.data.sha);
  expect(commit?.message).toBe("Merge pull request #12 from acme/develop\n\nRelease 1");
  expect(repo.branches.get("main")).toBe(merged.data.sha);
  expect(events.map(({ event, action }) => `${event}.${action}`)).toEqual([
    "pull_request.opened",
    "pull_request.edited",
    "label.created",
    "pull_request.labeled",
    "pull_request.assigned",
    "pull_request.review_requested",
    "pull_request.review_requested",
    "issue_comment.created",
    "issue_comment.edited",
    "issue_comment.deleted",
    "push.null",
    "check_suite.requested",
    "pull_request.closed",
  ]);
  expect(unexpected).toEqual([]);
});

test("an issue is opened, edited and closed; a check run is made and completed", async () => {
  const { octokit, repo, events, unexpected } = restOf(SHOP);
  const issue = await octokit.issues.create({
    ...at,
    title: "sre.yml is broken",
    body: "…",
    labels: ["help wanted"],
    assignees: ["bo"],
  });
  expect(issue.data).toMatchObject({ number: 12, assignees: [{ login: "bo" }], labels: [{ name: "help wanted" }] });
  const closed = await octokit.issues.update({
    ...at,
    issue_number: 12,
    state: "closed",
    state_reason: "completed",
    milestone: 1,
  });
  expect(closed.data).toMatchObject({ state: "closed", closed_by: { login: "detoil[bot]" }, milestone: { number: 1 } });
  const head_sha = repo.branches.get("develop") ?? "";
  const annotations = Array.from({ length: 50 }, (_, line) => ({
    path: ".github/sre.yml",
    start_line: line + 1,
    end_line: line + 1,
    annotation_level: "failure" as const,
    message: "not a setting",
  }));
  const run = await octokit.checks.create({ ...at, name: "Detoil / config", head_sha, status: "in_progress" });
  const check_run_id = run.data.id;
  const output = { title: "2 problems", summary: "…", annotations };
  await octokit.checks.update({ ...at, check_run_id, conclusion: "failure", output });
  const again = await octokit.checks.update({
    ...at,
    check_run_id,
    conclusion: "failure",
    output: { ...output, annotations: annotations.slice(0, 1) },
  });
  expect(again.data).toMatchObject({ status: "completed", conclusion: "failure", output: { annotations_count: 51 } });
  const listed = await octokit.checks.listAnnotations({ ...at, check_run_id, per_page: 100 });
  expect(listed.data).toHaveLength(51);
  expect(events.map(({ event, action }) => `${event}.${action}`)).toEqual([
    "issues.opened",
    "issues.labeled",
    "issues.assigned",
    "issues.closed",
    "issues.milestoned",
    "check_run.created",
    "check_run.completed",
    "check_suite.completed",
  ]);
  expect(unexpected).toEqual([]);
});

test("git-pr-release's calls, in its order", async () => {
  const { raw, unexpected, repo } = restOf(SHOP);
  const send = (path: string, method: string, body: unknown) => raw(path, { method, body: JSON.stringify(body) });
  const get = async (path: string) => (await raw(path)).json();
  expect(await get("/repos/acme/shop")).toMatchObject({ full_name: "acme/shop", default_branch: "develop" });
  expect(await get("/repos/acme/shop/pulls?state=open&head=acme:develop&base=main")).toEqual([]);
  const sha = repo.pulls.get(4)?.merge_commit_sha?.slice(0, 7);
  expect(await get(`/search/issues?q=repo:acme/shop+is:pr+is:closed+${sha}`)).toMatchObject({ total_count: 1 });
  expect(await get("/repos/acme/shop/pulls/3")).toMatchObject({ number: 3, merged: true });
  const made = await send("/repos/acme/shop/pulls", "POST", {
    base: "main",
    head: "develop",
    title: "Preparing release pull request...",
    body: "",
  });
  expect(made.status).toBe(201);
  expect(await get("/repos/acme/shop/pulls/12/files?per_page=100")).toHaveLength(2);
  const updated = await send("/repos/acme/shop/pulls/12", "PATCH", {
    title: "Release 2026-11-20",
    body: "- [ ] #3 @alice\n- [ ] #4",
  });
  expect(await updated.json()).toMatchObject({ title: "Release 2026-11-20" });
  expect((await send("/repos/acme/shop/issues/12/labels", "POST", ["release"])).status).toBe(200);
  expect((await send("/repos/acme/shop/issues/12/assignees", "POST", { assignees: ["alice"] })).status).toBe(201);
  expect((await send("/repos/acme/shop/pulls/12/requested_reviewers", "POST", { reviewers: ["alice"] })).status).toBe(
    201,
  );
  expect(unexpected).toEqual([]);
});

test("GitHub's refusals of a pull request", async () => {
  const { octokit } = restOf(SHOP);
  const open = () => octokit.pulls.create({ ...at, title: "Release", head: "develop", base: "main" });
  await open();
  expect(await refusal(open())).toMatchObject({
    status: 422,
    message: expect.stringContaining("A pull request already exists for acme:develop."),
  });
  const none = refusal(octokit.pulls.create({ ...at, title: "Back", head: "main", base: "develop" }));
  expect(await none).toMatchObject({
    status: 422,
    message: expect.stringContaining("No commits between develop and main"),
  });
  const noBranch = refusal(octokit.pulls.create({ ...at, title: "x", head: "nowhere", base: "main" }));
  expect(await noBranch).toMatchObject({ status: 422, message: expect.stringContaining("head") });
  for (const reviewers of [
    ["alice", "stranger"],
    ["alice", "detoil[bot]"],
    ["alice", "renovate[bot]"],
  ]) {
    expect((await refusal(octokit.pulls.requestReviewers({ ...at, pull_number: 12, reviewers }))).status).toBe(422);
  }
  const { data } = await octokit.pulls.listRequestedReviewers({ ...at, pull_number: 12 });
  expect(data.users).toEqual([]);
});

test("a body of more than 65,536 characters is refused, one of 65,536 is not", async () => {
  const { octokit } = restOf(SHOP);
  const write = (length: number) => octokit.pulls.update({ ...at, pull_number: 5, body: "語".repeat(length) });
  expect((await write(65_536)).status).toBe(200);
  expect(await refusal(write(65_537))).toMatchObject({
    status: 422,
    message: expect.stringContaining("maximum is 65536"),
  });
});

test("more than 50 annotations are refused", async () => {
  const { octokit, repo } = restOf(SHOP);
  const annotations = Array.from({ length: 51 }, () => ({
    path: "a",
    start_line: 1,
    end_line: 1,
    annotation_level: "notice" as const,
    message: "m",
  }));
  const head_sha = repo.branches.get("develop") ?? "";
  const run = octokit.checks.create({
    ...at,
    name: "x",
    head_sha,
    conclusion: "neutral",
    output: { title: "t", summary: "s", annotations },
  });
  expect((await refusal(run)).status).toBe(422);
});

test("a renamed label keeps its place, a deleted one leaves everything", async () => {
  const { octokit, repo } = restOf(SHOP);
  await octokit.issues.updateLabel({ ...at, name: "help wanted", new_name: "wanted", color: "ffffff" });
  expect(repo.pulls.get(5)?.labels.map((label) => label.name)).toEqual(["wanted"]);
  const second = refusal(octokit.issues.createLabel({ ...at, name: "Wanted" }));
  expect(await second).toMatchObject({ status: 422, message: expect.stringContaining("already_exists") });
  await octokit.issues.deleteLabel({ ...at, name: "wanted" });
  expect([repo.labels.size, repo.pulls.get(5)?.labels]).toEqual([0, []]);
});

test("a branch is made, moved and deleted by its ref", async () => {
  const { octokit, repo, events } = restOf(SHOP);
  const [main, develop] = [repo.branches.get("main") ?? "", repo.branches.get("develop") ?? ""];
  await octokit.git.createRef({ ...at, ref: "refs/heads/release/1", sha: main });
  await octokit.git.updateRef({ ...at, ref: "heads/release/1", sha: develop });
  expect(repo.branches.get("release/1")).toBe(develop);
  expect((await refusal(octokit.git.updateRef({ ...at, ref: "heads/release/1", sha: main }))).status).toBe(422);
  await octokit.git.deleteRef({ ...at, ref: "heads/release/1" });
  expect(repo.branches.has("release/1")).toBe(false);
  expect(events.map(({ event }) => event)).toEqual([
    "create",
    "push",
    "check_suite",
    "push",
    "check_suite",
    "delete",
    "push",
  ]);
});

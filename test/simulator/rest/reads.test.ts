import { expect, test } from "vitest";
import { API, restOf, SHOP } from "./github.ts";

const at = { owner: "acme", repo: "shop" };

/** Every operation that only reads: the answer fits GitHub's description (the handler checks it), and nothing is unexpected. */
const READS = [
  "/repos/acme/shop",
  "/repos/acme/shop/assignees",
  "/repos/acme/shop/assignees/alice",
  "/repos/acme/shop/branches",
  "/repos/acme/shop/branches/feat/y",
  "/repos/acme/shop/branches/feat%2Fy",
  "/repos/acme/shop/collaborators",
  "/repos/acme/shop/collaborators/bo",
  "/repos/acme/shop/collaborators/bo/permission",
  "/repos/acme/shop/commits",
  "/repos/acme/shop/commits?sha=main&per_page=1",
  "/repos/acme/shop/commits/develop",
  "/repos/acme/shop/commits/develop/pulls",
  "/repos/acme/shop/commits/develop/check-runs",
  "/repos/acme/shop/commits/develop/check-suites",
  "/repos/acme/shop/commits/develop/status",
  "/repos/acme/shop/commits/develop/statuses",
  "/repos/acme/shop/compare/main...develop",
  "/repos/acme/shop/contents",
  "/repos/acme/shop/contents/docs",
  "/repos/acme/shop/contents/.github/sre.yml",
  "/repos/acme/shop/contents/web/b.ts?ref=develop",
  "/repos/acme/shop/git/ref/heads/feat/y",
  "/repos/acme/shop/git/matching-refs/heads/",
  "/repos/acme/shop/git/trees/develop?recursive=1",
  "/repos/acme/shop/git/trees/develop",
  "/repos/acme/shop/issues?state=all",
  "/repos/acme/shop/issues?labels=help%20wanted&creator=alice&since=2026-01-01T00:00:00Z&milestone=1",
  "/repos/acme/shop/issues/9",
  "/repos/acme/shop/issues/5",
  "/repos/acme/shop/issues/5/comments",
  "/repos/acme/shop/issues/9/labels",
  "/repos/acme/shop/issues/9/sub_issues",
  "/repos/acme/shop/issues/10/parent",
  "/repos/acme/shop/issues/9/dependencies/blocked_by",
  "/repos/acme/shop/issues/10/dependencies/blocking",
  "/repos/acme/shop/issues/comments",
  "/repos/acme/shop/labels",
  "/repos/acme/shop/labels/help%20wanted",
  "/repos/acme/shop/milestones",
  "/repos/acme/shop/milestones/1",
  "/repos/acme/shop/pulls?state=all&sort=updated&direction=desc",
  "/repos/acme/shop/pulls/3",
  "/repos/acme/shop/pulls/4",
  "/repos/acme/shop/pulls/5",
  "/repos/acme/shop/pulls/5/commits",
  "/repos/acme/shop/pulls/5/files",
  "/repos/acme/shop/pulls/3/merge",
  "/repos/acme/shop/pulls/5/requested_reviewers",
  "/repos/acme/shop/pulls/5/reviews",
  "/repos/acme/shop/releases",
  "/repos/acme/shop/releases/latest",
  "/repos/acme/shop/releases/tags/v1.0.0",
  "/repos/acme/shop/tags",
  "/search/issues?q=repo:acme/shop%20is:pr",
  "/users/alice",
  "/users/renovate%5Bbot%5D",
  "/installation/repositories",
  "/rate_limit",
  "/meta",
];

test.each(READS)("GET %s answers as GitHub's description says", async (path) => {
  const rest = restOf(SHOP);
  const response = await rest.raw(path);
  expect([response.status, rest.unexpected]).toEqual([
    path.endsWith("/merge") || (/s\/(alice|bo)$/.test(path) && path.startsWith("/repos")) ? 204 : 200,
    [],
  ]);
});

test("a compare pages its commits, names what was pushed since, and shows files on its first page only", async () => {
  const { octokit } = restOf(SHOP);
  const basehead = "main...develop";
  const whole = await octokit.repos.compareCommitsWithBasehead({ ...at, basehead });
  expect(whole.data.commits.map((commit) => commit.commit.message.split("\n")[0])).toEqual([
    "feature",
    "Merge pull request #3 from acme/feat/x",
    "Fix (#4)",
  ]);
  expect(whole.data).toMatchObject({ status: "ahead", ahead_by: 3, behind_by: 0, total_commits: 3 });
  expect(whole.data.files?.map((file) => [file.filename, file.status])).toEqual([
    ["web/a.ts", "added"],
    ["web/b.ts", "added"],
  ]);
  const second = await octokit.repos.compareCommitsWithBasehead({ ...at, basehead, page: 2, per_page: 2 });
  expect(second.data.commits).toHaveLength(1);
  expect(second.data.files).toEqual([]);
});

test("pages link to each other, and Octokit follows them to the end", async () => {
  const pulls = Array.from({ length: 250 }, (_, index) => ({ title: `P${index}`, state: "closed" }));
  const { octokit, raw } = restOf({ repos: [{ name: "acme/shop", pulls }] });
  const all = await octokit.paginate(octokit.pulls.list, { ...at, state: "closed", per_page: 100 });
  expect(all.map((pull) => pull.number)).toEqual(Array.from({ length: 250 }, (_, index) => 250 - index));
  const middle = await raw("/repos/acme/shop/pulls?state=closed&per_page=100&page=2");
  const page = (number: number) => `<${API}/repos/acme/shop/pulls?state=closed&per_page=100&page=${number}>`;
  expect(middle.headers.get("link")).toBe(
    `${page(1)}; rel="prev", ${page(3)}; rel="next", ${page(3)}; rel="last", ${page(1)}; rel="first"`,
  );
});

test("what has not changed costs a 304", async () => {
  const { raw } = restOf(SHOP);
  const first = await raw("/repos/acme/shop/pulls");
  const etag = first.headers.get("etag") ?? "";
  const second = await raw("/repos/acme/shop/pulls", { headers: { "if-none-match": etag } });
  expect([second.status, await second.text()]).toEqual([304, ""]);
});

test("a file comes in base64 or raw, from any ref", async () => {
  const { octokit, raw } = restOf(SHOP);
  const file = await octokit.repos.getContent({ ...at, path: "web/b.ts", ref: "develop" });
  expect(file.data).toMatchObject({ type: "file", size: 2, content: "Ygo=\n" });
  const missing = await raw("/repos/acme/shop/contents/web/b.ts?ref=main");
  expect(missing.status).toBe(404);
  const plain = await raw("/repos/acme/shop/contents/.github/sre.yml", {
    headers: { accept: "application/vnd.github.v3.raw" },
  });
  expect(await plain.text()).toBe("version: 1\n");
});

test("pulls are found by head and base, and by a commit's sha", async () => {
  const { octokit, repo } = restOf(SHOP);
  const open = await octokit.pulls.list({ ...at, state: "open", head: "acme:feat/y", base: "develop" });
  expect(open.data.map((pull) => pull.number)).toEqual([5]);
  const none = await octokit.pulls.list({ ...at, state: "open", head: "other:feat/y" });
  expect(none.data).toEqual([]);
  const merged = repo.pulls.get(4)?.merge_commit_sha ?? "";
  const found = await octokit.search.issuesAndPullRequests({
    q: `repo:acme/shop is:pr is:closed ${merged.slice(0, 7)} 0000000`,
  });
  expect(found.data.items.map((item) => item.number)).toEqual([4]);
});

test("a deleted account is a ghost, a lost fork null, a deleted issue gone", async () => {
  const { octokit, raw } = restOf(SHOP);
  const { data } = await octokit.pulls.get({ ...at, pull_number: 4 });
  expect([data.user.login, data.head.repo]).toEqual(["ghost", null]);
  expect((await raw("/repos/acme/shop/issues/11")).status).toBe(410);
  const { data: issues } = await octokit.issues.listForRepo({ ...at, state: "all" });
  expect(issues.map((issue) => issue.number)).toEqual([10, 9, 5, 3 + 1, 3]);
});

import assert from "node:assert/strict";
import { at, type Fact, listAt, type RestAnswer } from "../../fact.ts";
import { labelName, madeBranch, madeCommit, madeIssue, madeMilestone, madePull, openedPull } from "../../made.ts";
import { pullOf } from "../../read.ts";

const ISSUES = "GET /repos/{owner}/{repo}/issues";

/** A pull request that was merged by squashing. */
const MERGED = {
  commits: [{ sha: "c1" }, { sha: "c2", parents: ["c1"], message: "Fix (#4)" }],
  pulls: [
    {
      number: 4,
      title: "Fix",
      base: "main",
      head: "fix",
      state: "merged",
      merge_method: "squash",
      merge_commit_sha: "c2",
    },
  ],
};

export const rest: readonly Fact[] = [
  {
    id: "lists/pulls-among-issues",
    says: "The list of issues also has pull requests, newest first, distinguished by `pull_request`.",
    source: "REST: List repository issues",
    seen: async (scratch) => {
      const [pull, issue] = [await madePull(scratch), await madeIssue(scratch)];
      const shown = async () => listAt((await scratch.rest(ISSUES, { per_page: 20 })).data);
      const wanted = [issue.number, pull.number];
      await scratch.until(async () =>
        wanted.every(async (n) => (await shown()).some((one) => at(one, "number") === n)),
      );
      const both = (await shown()).filter((one) => wanted.includes(Number(at(one, "number"))));
      assert.deepEqual(
        both.map((one) => at(one, "number")),
        wanted,
      );
      assert.deepEqual(
        both.map((one) => at(one, "pull_request") === undefined),
        [true, false],
      );
      return "both, newest first";
    },
  },
  {
    id: "lists/link",
    says: "One page of several has a Link header with `prev`, `next`, `last` and `first`, and following `next` ends with everything shown once.",
    source: "docs.github.com: Using pagination in the REST API",
    seen: async (scratch) => {
      const labels = labelName(scratch);
      const made = [];
      for (const _ of [1, 2, 3]) made.push((await madeIssue(scratch, { labels: [labels] })).number);
      const page = (number: number) => scratch.rest(ISSUES, { labels, per_page: 1, page: number });
      await scratch.until(async () => listAt((await scratch.rest(ISSUES, { labels })).data).length === 3);
      const { headers } = await page(2);
      const links = [...(headers.link ?? "").matchAll(/page=(\d)>; rel="(\w+)"/g)].map(([, at, rel]) => `${rel} ${at}`);
      assert.deepEqual(links, ["prev 1", "next 3", "last 3", "first 1"]);
      const numbers: unknown[] = [];
      for (let next: string | undefined = `${ISSUES}?labels=${labels}&per_page=1`; next !== undefined; ) {
        const shown: RestAnswer = await scratch.rest(next);
        numbers.push(...listAt(shown.data).map((one) => at(one, "number")));
        const url: string | undefined = /<([^>]+)>; rel="next"/.exec(shown.headers.link ?? "")?.[1];
        next = url === undefined ? undefined : `GET ${url}`;
      }
      assert.deepEqual(numbers, made.toReversed());
      return links.join(", ");
    },
  },
  {
    id: "lists/many-pages",
    says: "Of 250 pull requests a page has at most 100; the pages end with the first one.",
    source: "docs.github.com: Using pagination in the REST API",
    takes: "250 pull requests",
    scratch: { pulls: Array.from({ length: 250 }, (_, index) => ({ title: `P${index}`, state: "closed" })) },
    seen: async (stage) => {
      const numbers: unknown[] = [];
      for (const page of [1, 2, 3, 4]) {
        const asked = { state: "closed", per_page: 200, page };
        const { data } = await stage.rest("GET /repos/{owner}/{repo}/pulls", asked);
        numbers.push(...listAt(data).map((one) => at(one, "number")));
        assert.ok(listAt(data).length <= 100);
      }
      assert.deepEqual(
        numbers,
        Array.from({ length: 250 }, (_, index) => 250 - index),
      );
      return "100, 100, 50";
    },
  },
  {
    id: "lists/etag",
    says: "A GET with the previous ETag is answered with 304 while nothing changed.",
    source: "docs.github.com: Best practices for using the REST API",
    seen: async (scratch) => {
      const first = await scratch.rest("GET /repos/{owner}/{repo}");
      const headers = { "if-none-match": first.headers.etag ?? "" };
      const again = await scratch.rest("GET /repos/{owner}/{repo}", { headers });
      assert.equal(again.status, 304);
      return "304";
    },
  },
  {
    id: "lists/pulls-by-head",
    says: "`GET …/pulls?head=` filters by `owner:branch`, `base` by the base; a bare branch does not filter.",
    source: "REST: List pull requests; observed, unsourced for the bare branch",
    seen: async (scratch) => {
      const { number, head, base } = await madePull(scratch);
      const numbers = async (filter: object) =>
        listAt((await scratch.rest("GET /repos/{owner}/{repo}/pulls", { ...filter })).data).map((one) =>
          at(one, "number"),
        );
      const own = `${scratch.owner}:${head}`;
      await scratch.until(async () => (await numbers({ head: own })).length > 0);
      assert.deepEqual(await numbers({ head: own, base, state: "open" }), [number]);
      assert.deepEqual(await numbers({ head: own, base: scratch.branch }), []);
      assert.deepEqual(await numbers({ head: `no-such-owner-0:${head}` }), []);
      assert.deepEqual(await numbers({ head: own, state: "closed" }), []);
      assert.ok((await numbers({ head: "no-such-branch" })).includes(number));
      return "as said";
    },
  },
  {
    id: "lists/issues-filtered",
    says: "The list of issues filters by `creator`, `milestone`, `labels`, `state` and `since`, all at once.",
    source: "REST: List repository issues",
    seen: async (scratch) => {
      const labels = labelName(scratch);
      const { number: milestone } = await madeMilestone(scratch);
      const { number } = await madeIssue(scratch, { labels: [labels], milestone });
      await madeIssue(scratch, { milestone });
      const numbers = async (filter: object) =>
        listAt((await scratch.rest(ISSUES, { milestone: String(milestone), state: "all", ...filter })).data).map(
          (one) => at(one, "number"),
        );
      await scratch.until(async () => (await numbers({})).length === 2);
      assert.deepEqual(await numbers({ labels, creator: scratch.bot, since: "2020-01-01T00:00:00Z" }), [number]);
      assert.deepEqual(await numbers({ labels, state: "closed" }), []);
      assert.deepEqual(await numbers({ creator: "no-such-login-0-here" }), []);
      assert.deepEqual(await numbers({ since: "2100-01-01T00:00:00Z" }), []);
      return "one of two";
    },
  },
  {
    id: "lists/pulls-of-commit",
    says: "A commit lists the pull requests that brought it, or would.",
    source: "REST: List pull requests associated with a commit",
    seen: async (scratch) => {
      const branch = await madeBranch(scratch, scratch.head);
      const made = await madeCommit(scratch, branch, { path: "fact.txt", text: "1\n" });
      const { number } = await openedPull(scratch, { base: await madeBranch(scratch, scratch.head), head: branch });
      const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
      const numbers = async () =>
        listAt((await scratch.rest(route, { commit_sha: made })).data).map((one) => at(one, "number"));
      await scratch.until(async () => (await numbers()).length > 0);
      assert.deepEqual(await numbers(), [number]);
      return "found";
    },
  },
  {
    id: "lists/search",
    says: "A search for a commit's sha, of seven digits or more, finds the pull request that it merged.",
    source: "x-motemen/git-pr-release, which asks so; REST: Search issues and pull requests",
    takes: "a search index, which lags for minutes",
    scratch: MERGED,
    seen: async (stage) => {
      const pull = await pullOf(stage, 4);
      const sha = String(at(pull, "merge_commit_sha")).slice(0, 7);
      const q = `repo:acme/scratch is:pr is:closed ${sha} 0000000`;
      const { status, data } = await stage.rest("GET /search/issues", { q });
      assert.deepEqual([status, at(data, "total_count")], [200, 1]);
      assert.equal(at(data, "items", 0, "number"), 4);
      const text = await stage.rest("GET /search/issues", { q: "repo:acme/scratch Fix" });
      assert.equal(at(text.data, "total_count"), 1);
      return "found";
    },
  },
  {
    id: "lists/branches-missing",
    says: "A nonexistent branch is 404.",
    source: "REST: Get a branch",
    seen: async (scratch) => {
      await madeBranch(scratch, scratch.head);
      const { status, data } = await scratch.rest("GET /repos/{owner}/{repo}/branches/{branch}", { branch: "nowhere" });
      assert.deepEqual([status, at(data, "message")], [404, "Branch not found"]);
      return "404 Branch not found";
    },
  },
];

import assert from "node:assert/strict";
import { at, type Fact, listAt, type Scratch } from "../../fact.ts";
import { labelName, madeIssue, madeMilestone, madePull } from "../../made.ts";
import { repositoryOf, shown } from "../../read.ts";

const QUERY_LIMITS = "docs.github.com: Rate limits and query limits for the GraphQL API";

/** Fields, points and nodes. */
const COSTS: readonly (readonly [fields: string, cost: number, nodes: number])[] = [
  ["id", 1, 0],
  ["issues { totalCount }", 1, 0],
  // docs.github.com's own example: 1 + 100 + 100 × 50 fetches, 100 + 5,000 + 300,000 nodes.
  [
    "issues(first: 100) { nodes { comments(first: 50) { nodes { reactions(first: 60) { totalCount } } } } }",
    51,
    305_100,
  ],
  [
    "a: issues(first: 100) { nodes { labels(first: 10) { nodes { name } } } } b: issues(first: 50) { totalCount }",
    1,
    1150,
  ],
];

async function errorOf(scratch: Scratch, fields: string) {
  const { status, errors } = await repositoryOf(scratch, fields);
  assert.equal(status, 200);
  return errors[0];
}

export const overGraphql: readonly Fact[] = [
  {
    id: "lists/page-size",
    says: "GraphQL refuses a connection without `first` or `last`, more than 100, less than one, and both ends at once; a bare `totalCount` is answered.",
    source: "docs.github.com: Rate limits and query limits for the GraphQL API; both ends: unsourced",
    invalid: true,
    seen: async (scratch) => {
      const none = await errorOf(scratch, "issues { nodes { number } }");
      assert.equal(none?.type, "MISSING_PAGINATION_BOUNDARIES");
      assert.match(none?.message ?? "", /`first` or `last`.*`issues`/);
      const many = await errorOf(scratch, "issues(first: 101) { nodes { number } }");
      assert.equal(many?.type, "EXCESSIVE_PAGINATION");
      assert.match(many?.message ?? "", /101.*limit of 100/);
      const zero = await errorOf(scratch, "issues(first: 0) { nodes { number } }");
      assert.match(zero?.message ?? "", /less than one/);
      const both = await errorOf(scratch, "issues(first: 1, last: 1) { nodes { number } }");
      assert.match(both?.message ?? "", /not supported/);
      assert.equal(await errorOf(scratch, "issues { totalCount }"), undefined);
      return "refused all four";
    },
  },
  {
    id: "limits/nodes",
    says: "A GraphQL query may select at most 500,000 nodes; its cost is its connections' requests divided by 100.",
    source: QUERY_LIMITS,
    invalid: true,
    seen: async (scratch) => {
      for (const [fields, cost, nodeCount] of COSTS) {
        const query = `query Cost($owner: String!, $repo: String!) { rateLimit { cost nodeCount }
          repository(owner: $owner, name: $repo) { ${fields} } }`;
        const { data } = await scratch.graphql(query);
        assert.deepEqual(at(data, "rateLimit"), { cost, nodeCount }, fields);
      }
      const named = `query Cost($owner: String!, $repo: String!, $n: Int!) { rateLimit { nodeCount }
        repository(owner: $owner, name: $repo) { ...F } }
        fragment F on Repository { issues(first: $n) { ...G } } fragment G on IssueConnection { totalCount }`;
      assert.deepEqual(at((await scratch.graphql(named, { n: 7 })).data, "rateLimit"), { nodeCount: 7 });
      const tooMany = await errorOf(
        scratch,
        "issues(first: 100) { nodes { comments(first: 100) { nodes { reactions(first: 100) { nodes { id } } } } } }",
      );
      assert.equal(tooMany?.type, "MAX_NODE_LIMIT_EXCEEDED");
      assert.match(tooMany?.message ?? "", /1,010,100 possible nodes/);
      return "the documentation's own example, and five more";
    },
  },
  {
    id: "lists/cost",
    says: "A small query costs one point, and says so in `rateLimit`.",
    source: "docs.github.com: Rate limits and query limits for the GraphQL API",
    seen: async (scratch) => {
      const query = `query Cost($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) {
        issues(first: 50) { nodes { number labels(first: 10) { nodes { name } } } } } rateLimit { cost } }`;
      const { data } = await scratch.graphql(query);
      assert.equal(at(data, "rateLimit", "cost"), 1);
      return "1 point";
    },
  },
  {
    id: "lists/unknown-field",
    says: "A field that GitHub does not have is refused with its name and type (`undefinedField`), an unreadable document with an error; neither has data.",
    source: "captured in many reports of \"Field '…' doesn't exist on type '…'\"",
    invalid: true,
    seen: async (scratch) => {
      const { repository, errors } = await repositoryOf(scratch, "nonsense");
      assert.equal(repository, undefined);
      assert.equal(errors[0]?.message, "Field 'nonsense' doesn't exist on type 'Repository'");
      assert.equal(at(errors, 0, "extensions", "code"), "undefinedField");
      const broken = await scratch.graphql("{ repository(");
      assert.deepEqual([broken.status, broken.data, broken.errors.length], [200, null, 1]);
      return errors[0]?.message ?? "";
    },
  },
  {
    id: "lists/cursor",
    says: "Pages follow each other by `endCursor` without a gap; an invalid cursor is refused.",
    source: "docs.github.com: Using pagination in the GraphQL API; the refusal: unsourced",
    seen: async (scratch) => {
      const query = `query Page($owner: String!, $repo: String!, $after: String) { repository(owner: $owner, name: $repo) {
        object(expression: "${scratch.head}") { ... on Commit { history(first: 1, after: $after) { nodes { oid } pageInfo { hasNextPage endCursor } } } } } }`;
      const page = async (after: unknown) => {
        const { data, errors } = await scratch.graphql(query, { after });
        return { history: at(data, "repository", "object", "history"), errors };
      };
      const first = await page(null);
      assert.equal(at(first.history, "pageInfo", "hasNextPage"), true);
      const second = await page(at(first.history, "pageInfo", "endCursor"));
      const oids = [first, second].map(({ history }) => at(history, "nodes", 0, "oid"));
      assert.deepEqual(oids, [scratch.head, scratch.before]);
      const wrong = await page("x");
      assert.equal(wrong.errors[0]?.type, "INVALID_CURSOR_ARGUMENTS");
      return wrong.errors[0]?.message ?? "";
    },
  },
  {
    id: "lists/not-found",
    says: "The number of a nonexistent issue, milestone or anything else is null and NOT_FOUND; so is an unknown node.",
    source: "many reports of 'Could not resolve to …'",
    seen: async (scratch) => {
      const { repository, errors } = await repositoryOf(
        scratch,
        "issue(number: 999999) { id } pullRequest(number: 999999) { id }",
      );
      assert.deepEqual(repository, { issue: null, pullRequest: null });
      assert.deepEqual(
        errors.map(({ type }) => type),
        ["NOT_FOUND", "NOT_FOUND"],
      );
      assert.match(errors[0]?.message ?? "", /an Issue with the number of 999999/);
      const node = await scratch.graphql('query Node { node(id: "R_xyz") { id } }');
      assert.equal(node.errors[0]?.type, "NOT_FOUND");
      assert.match(node.errors[0]?.message ?? "", /global id of 'R_xyz'/);
      assert.deepEqual(await shown(scratch, "milestone(number: 999999) { title }"), { milestone: null });
      return errors[0]?.message ?? "";
    },
  },
  {
    id: "lists/created-by",
    says: "`issues(filterBy: {createdBy})` finds an App's issues by the bot's login, or as `app/SLUG`.",
    source: "renovatebot/renovate#44730; GraphQL: IssueFilters",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const by = (login: string) =>
        `issues(first: 20, filterBy: { createdBy: "${login}" }, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { number } }`;
      const fields = `bot: ${by(scratch.bot)} app: ${by(`app/${scratch.bot.replace("[bot]", "")}`)} other: ${by("no-such-login-0-here")}`;
      const numbers = (data: unknown, name: string) => listAt(data, name, "nodes").map((node) => at(node, "number"));
      await scratch.until(async () => numbers(await shown(scratch, fields), "bot").includes(number));
      const data = await shown(scratch, fields);
      assert.ok(numbers(data, "app").includes(number));
      assert.deepEqual(numbers(data, "other"), []);
      return "both";
    },
  },
  {
    id: "lists/created-by-ghec",
    says: "On GitHub Enterprise Cloud `createdBy` may find none of an App's issues.",
    source: "renovatebot/renovate#44730",
    takes: "a GHEC organization",
  },
  {
    id: "lists/issues-over-graphql",
    says: "`issues(filterBy:)` filters by labels and milestone, null meaning none, and shows each one's parent and sub-issues.",
    source: "GraphQL: IssueFilters, Issue",
    seen: async (scratch) => {
      const label = labelName(scratch);
      const { number: milestone } = await madeMilestone(scratch);
      const parent = await madeIssue(scratch, { labels: [label], milestone });
      const child = await madeIssue(scratch, { labels: [label] });
      const link = { issue_number: parent.number, sub_issue_id: child.id };
      await scratch.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues", link);
      const list = (name: string, filter: string) =>
        `${name}: issues(first: 9, filterBy: { labels: ["${label}"]${filter} }, orderBy: { field: CREATED_AT, direction: ASC }) {
          nodes { number state parent { number } subIssues(first: 5) { nodes { number } } subIssuesSummary { total } } }`;
      const fields = [
        list("all", ""),
        list("open", ", states: [OPEN]"),
        list("closed", ", states: [CLOSED]"),
        list("in", `, milestoneNumber: "${milestone}"`),
        list("out", ", milestoneNumber: null"),
        list("none", ", milestone: null"),
      ].join("\n");
      const asked = () => shown(scratch, fields);
      await scratch.until(async () => listAt(await asked(), "all", "nodes", 0, "subIssues", "nodes").length === 1);
      await scratch.until(async () => listAt(await asked(), "all", "nodes").length === 2);
      const data = await asked();
      const numbers = (name: string) => listAt(data, name, "nodes").map((node) => at(node, "number"));
      const both = [parent.number, child.number];
      assert.deepEqual([numbers("all"), numbers("open"), numbers("closed")], [both, both, []]);
      assert.deepEqual(
        [numbers("in"), numbers("out"), numbers("none")],
        [[parent.number], [child.number], [child.number]],
      );
      const [first, second] = listAt(data, "all", "nodes");
      assert.deepEqual(first, {
        number: parent.number,
        state: "OPEN",
        parent: null,
        subIssues: { nodes: [{ number: child.number }] },
        subIssuesSummary: { total: 1 },
      });
      assert.deepEqual(at(second, "parent"), { number: parent.number });
      return "filtered";
    },
  },
  {
    id: "lists/pulls-over-graphql",
    says: "`pullRequests` filters by state, head, base and labels, in the requested order.",
    source: "GraphQL: Repository.pullRequests",
    seen: async (scratch) => {
      const label = labelName(scratch);
      const [open, closed] = [await madePull(scratch), await madePull(scratch)];
      for (const { number } of [open, closed]) {
        const on = { issue_number: number, labels: [label] };
        await scratch.rest("POST /repos/{owner}/{repo}/issues/{issue_number}/labels", on);
      }
      const end = { pull_number: closed.number, state: "closed" };
      await scratch.rest("PATCH /repos/{owner}/{repo}/pulls/{pull_number}", end);
      const list = (name: string, filter: string) =>
        `${name}: pullRequests(first: 9, labels: ["${label.toUpperCase()}"]${filter}) { totalCount nodes { number } }`;
      const fields = [
        list("all", ", orderBy: { field: CREATED_AT, direction: DESC }"),
        list("open", ", states: [OPEN]"),
        list("closed", ", states: [CLOSED]"),
        list("merged", ", states: [MERGED]"),
        list("head", `, headRefName: "${open.head}"`),
        list("base", `, baseRefName: "${closed.base}"`),
      ].join("\n");
      const numbers = (data: unknown, name: string) => listAt(data, name, "nodes").map((node) => at(node, "number"));
      await scratch.until(async () => numbers(await shown(scratch, fields), "closed").length === 1);
      const data = await shown(scratch, fields);
      assert.deepEqual(numbers(data, "all"), [closed.number, open.number]);
      assert.deepEqual([numbers(data, "open"), numbers(data, "closed")], [[open.number], [closed.number]]);
      assert.deepEqual(at(data, "merged"), { totalCount: 0, nodes: [] });
      assert.deepEqual([numbers(data, "head"), numbers(data, "base")], [[open.number], [closed.number]]);
      return "filtered";
    },
  },
  {
    id: "lists/pulls-of-forks",
    says: "`pullRequests(headRefName:)` also finds those of forks with a branch of that name (`isCrossRepository`).",
    source: "microsoft/vscode-pull-request-github#3526, generalaction/emdash#3023",
    takes: "a fork",
    scratch: {
      branches: { main: "c1" },
      pulls: [
        { number: 4, base: "main", head: "patch", head_sha: "c2", user: "alice" },
        { number: 5, base: "main", head: "patch", head_repo: "fork/scratch", head_sha: "c2", user: "renovate[bot]" },
      ],
    },
    world: { users: [{ login: "renovate[bot]", type: "Bot" }] },
    seen: async (stage) => {
      const fields = `pullRequests(headRefName: "patch", first: 5) { nodes { number isCrossRepository headRefOid
        author { login __typename } headRepository { nameWithOwner } } }`;
      const [own, fork] = listAt(await shown(stage, fields), "pullRequests", "nodes");
      assert.deepEqual([at(own, "number"), at(own, "isCrossRepository")], [4, false]);
      assert.deepEqual(fork, {
        number: 5,
        isCrossRepository: true,
        headRefOid: at(own, "headRefOid"),
        author: { login: "renovate", __typename: "Bot" },
        headRepository: { nameWithOwner: "fork/scratch" },
      });
      return "both";
    },
  },
];

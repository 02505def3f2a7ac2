import { expect, test } from "vitest";
import { shaOf } from "../../../src/simulator/git/sha.ts";
import { openShop, shopQuery } from "./shop.ts";

const [c1, c2, c3, c4] = ["c1", "c2", "c3", "c4"].map(shaOf);

const CASES: readonly (readonly [what: string, fields: string, expected: object])[] = [
  [
    "the repository",
    "nameWithOwner isPrivate owner { login __typename } defaultBranchRef { name prefix }",
    {
      nameWithOwner: "acme/shop",
      isPrivate: true,
      owner: { login: "acme", __typename: "Organization" },
      defaultBranchRef: { name: "develop", prefix: "refs/heads/" },
    },
  ],
  [
    "a comparison with a branch, and with a sha",
    `ref(qualifiedName: "refs/heads/main") {
       branch: compare(headRef: "develop") { aheadBy behindBy status commits(first: 9) { totalCount nodes { oid } } }
       sha: compare(headRef: "${c3}") { aheadBy }
       nothing: compare(headRef: "nowhere") { aheadBy } }`,
    {
      ref: {
        branch: {
          aheadBy: 2,
          behindBy: 1,
          status: "DIVERGED",
          commits: { totalCount: 2, nodes: [{ oid: c2 }, { oid: c3 }] },
        },
        sha: { aheadBy: 2 },
        nothing: null,
      },
    },
  ],
  [
    "files and folders of a commit",
    `text: object(expression: "develop:web/b.ts") { ... on Blob { text byteSize } }
     root: object(expression: "main:") { ... on Tree { entries { name type } } }
     missing: object(expression: "main:web/b.ts") { oid }
     nowhere: object(expression: "other") { oid }`,
    {
      text: { text: "2\n", byteSize: 2 },
      root: {
        entries: [
          { name: "README.md", type: "blob" },
          { name: "web", type: "tree" },
        ],
      },
      missing: null,
      nowhere: null,
    },
  ],
  [
    "a commit, its history and who wrote it",
    `object(expression: "develop") { ... on Commit {
       abbreviatedOid messageHeadline parents(first: 2) { nodes { oid } }
       history(first: 9) { nodes { oid } }
       of: history(first: 9, path: "web/b.ts") { nodes { oid author { name user { login } } } }
       readme: history(first: 9, path: "README.md") { nodes { oid } }
       file(path: "web/a.ts") { object { ... on Blob { text } } }
       associatedPullRequests(first: 5) { nodes { number } } } }
     main: object(expression: "main") { ... on Commit { author { name user { login } } } }
     start: object(oid: "${c1}") { ... on Commit { messageHeadline messageBody } }`,
    {
      object: {
        abbreviatedOid: c3?.slice(0, 7),
        messageHeadline: "Merge #3",
        parents: { nodes: [{ oid: c1 }, { oid: c2 }] },
        history: { nodes: [c3, c2, c1].map((oid) => ({ oid })) },
        of: { nodes: [{ oid: c2, author: { name: "bo", user: { login: "bo" } } }] },
        readme: { nodes: [{ oid: c1 }] }, // what the world's `files` hold came with the first commit
        file: { object: { text: "1\n" } },
        associatedPullRequests: { nodes: [{ number: 3 }] },
      },
      main: { author: { name: "A. Stranger", user: null } },
      start: { messageHeadline: "start", messageBody: "with a body" },
    },
  ],
  [
    "a merged pull request",
    `pullRequest(number: 3) { title state merged author { login } mergeCommit { oid } baseRefName headRefName
       headRef { name } isCrossRepository labels(first: 5) { nodes { name } } assignees(first: 5) { nodes { login } }
       comments(first: 5) { totalCount nodes { body author { login } } }
       reviews(first: 5) { nodes { state author { login } } }
       commits(first: 5) { totalCount nodes { commit { oid } } } }`,
    {
      pullRequest: {
        title: "Feature",
        state: "MERGED",
        merged: true,
        author: { login: "bo" },
        mergeCommit: { oid: c3 },
        baseRefName: "develop",
        headRefName: "feat/x",
        headRef: null,
        isCrossRepository: false,
        labels: { nodes: [{ name: "bug" }] },
        assignees: { nodes: [{ login: "alice" }] },
        comments: { totalCount: 1, nodes: [{ body: "hello", author: null }] },
        reviews: { nodes: [{ state: "APPROVED", author: { login: "alice" } }] },
        commits: { totalCount: 1, nodes: [{ commit: { oid: c2 } }] },
      },
    },
  ],
  [
    "a bot's pull request from a fork that the world only names",
    `pullRequest(number: 5) { author { login __typename } isCrossRepository headRepository { nameWithOwner } headRefOid }`,
    {
      pullRequest: {
        author: { login: "renovate", __typename: "Bot" },
        isCrossRepository: true,
        headRepository: { nameWithOwner: "fork/shop" },
        headRefOid: c4,
      },
    },
  ],
  [
    "lists of pull requests, filtered",
    `merged: pullRequests(states: [MERGED], first: 5) { nodes { number } }
     open: pullRequests(states: [OPEN], first: 5) { nodes { number } }
     head: pullRequests(headRefName: "patch", first: 5) { nodes { number } }
     label: pullRequests(labels: ["BUG"], first: 5) { nodes { number } }
     latest: pullRequests(first: 1, orderBy: {field: CREATED_AT, direction: DESC}) { totalCount nodes { number } }`,
    {
      merged: { nodes: [{ number: 3 }] },
      open: { nodes: [{ number: 5 }] },
      head: { nodes: [{ number: 5 }] },
      label: { nodes: [{ number: 3 }] },
      latest: { totalCount: 2, nodes: [{ number: 5 }] },
    },
  ],
  [
    "lists of issues, filtered; deleted ones are nowhere",
    `all: issues(first: 9) { nodes { number } }
     open: issues(first: 9, states: [OPEN]) { nodes { number state subIssues(first: 5) { nodes { number } } } }
     ours: issues(first: 9, filterBy: {createdBy: "detoil[bot]"}) { nodes { number parent { number } } }
     app: issues(first: 9, filterBy: {createdBy: "app/detoil"}) { nodes { number } }
     labelled: issues(first: 9, filterBy: {labels: ["bug"]}) { nodes { number } }
     due: issues(first: 9, filterBy: {milestoneNumber: "1"}) { nodes { number } }
     none: issues(first: 9, filterBy: {milestoneNumber: null}) { nodes { number } }`,
    {
      all: { nodes: [{ number: 7 }, { number: 8 }] },
      open: { nodes: [{ number: 7, state: "OPEN", subIssues: { nodes: [{ number: 8 }] } }] },
      ours: { nodes: [{ number: 8, parent: { number: 7 } }] },
      app: { nodes: [{ number: 8 }] },
      labelled: { nodes: [{ number: 7 }] },
      due: { nodes: [{ number: 7 }] },
      none: { nodes: [{ number: 8 }] },
    },
  ],
  [
    "checks of a commit",
    `object(expression: "develop") { ... on Commit {
       checkSuites(first: 5, filterBy: {appId: 1}) { nodes { status conclusion app { slug databaseId }
         checkRuns(first: 5, filterBy: {checkName: "Detoil / release"}) { nodes { name conclusion externalId } } } }
       statusCheckRollup { state contexts(first: 9) { nodes { ... on CheckRun { name } } } } } }`,
    {
      object: {
        checkSuites: {
          nodes: [
            {
              status: "COMPLETED",
              conclusion: "FAILURE",
              app: { slug: "detoil", databaseId: 1 },
              checkRuns: { nodes: [{ name: "Detoil / release", conclusion: "FAILURE", externalId: "x" }] },
            },
          ],
        },
        statusCheckRollup: { state: "FAILURE", contexts: { nodes: [{ name: "test" }, { name: "Detoil / release" }] } },
      },
    },
  ],
  [
    "tags by date, releases, milestones, people",
    `refs(refPrefix: "refs/tags/", first: 5, orderBy: {field: TAG_COMMIT_DATE, direction: DESC}) { nodes { name } }
     latestRelease { tagName tagCommit { oid } }
     milestone(number: 1) { title dueOn issues(first: 5) { nodes { number } } }
     assignableUsers(first: 5) { nodes { login } }
     collaborators(first: 5) { edges { permission node { login } } }`,
    {
      refs: { nodes: [{ name: "v0.9" }, { name: "v1" }] },
      latestRelease: { tagName: "v1", tagCommit: { oid: c1 } },
      milestone: { title: "v1.2", dueOn: "2026-12-01T08:00:00Z", issues: { nodes: [{ number: 7 }] } },
      assignableUsers: { nodes: [{ login: "alice" }, { login: "bo" }] },
      collaborators: {
        edges: [
          { permission: "WRITE", node: { login: "alice" } },
          { permission: "ADMIN", node: { login: "bo" } },
        ],
      },
    },
  ],
];

for (const [what, fields, expected] of CASES) {
  test(`GraphQL answers ${what}`, async () => {
    const { ask, simulator } = openShop();
    expect(await ask(shopQuery(fields))).toEqual({ data: { repository: expected } });
    expect(simulator.unexpected).toEqual([]);
  });
}

const IDS = `a: repository(owner: "acme", name: "shop") { id }
  b: repository(owner: "acme", name: "shop") { pullRequest(number: 3) { id } }
  c: repository(owner: "acme", name: "shop") { issue(number: 7) { id } }
  d: repository(owner: "acme", name: "shop") { object(expression: "main") { id } }`;

test("a node's id is stable and finds it again", async () => {
  const { ask } = openShop();
  const first = await ask(`{ ${IDS} }`);
  expect(await openShop().ask(`{ ${IDS} }`)).toEqual(first);
  const ids = [...JSON.stringify(first).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
  const query = `query($ids: [ID!]!) { nodes(ids: $ids) {
    __typename ... on PullRequest { number } ... on Issue { number } ... on Commit { oid } } }`;
  expect(await ask(query, { ids })).toEqual({
    data: {
      nodes: [
        { __typename: "Repository" },
        { __typename: "PullRequest", number: 3 },
        { __typename: "Issue", number: 7 },
        { __typename: "Commit", oid: c4 },
      ],
    },
  });
});

const PAGE = `query($after: String) { repository(owner: "acme", name: "shop") { object(expression: "develop") {
  ... on Commit { history(first: 1, after: $after) { nodes { oid } pageInfo { hasNextPage endCursor } } } } } }`;

test("pages follow each other without a gap", async () => {
  const { ask } = openShop();
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const text = JSON.stringify(await ask(PAGE, { after }));
    seen.push(...[...text.matchAll(/"oid":"(\w+)"/g)].map(([, oid = ""]) => oid));
    after = text.includes('"hasNextPage":true') ? /"endCursor":"([^"]+)"/.exec(text)?.[1] : undefined;
  } while (after !== undefined);
  expect(seen).toEqual([c3, c2, c1]);
});

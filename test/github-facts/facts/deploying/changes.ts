import assert from "node:assert/strict";
import { at, type Fact } from "../../fact.ts";
import { madeBranch } from "../../made.ts";
import { shown } from "../../read.ts";

export const changes: readonly Fact[] = [
  {
    id: "deploying/ready-events",
    says: "A timeline has a `ReadyForReviewEvent` for each time that a draft was marked as ready, oldest first; a pull request that was never a draft has none.",
    source: "GraphQL: PullRequest.timelineItems, ReadyForReviewEvent",
    takes: "time that passes between two people's acts",
    seen: async (stage) => {
      const [base, head] = [await madeBranch(stage, stage.before), await madeBranch(stage, stage.head)];
      const opened = { base, head, title: "A draft", draft: true };
      const number = Number(at(await stage.act("open-pull", opened), "number"));
      const ready = async (draft: boolean) => {
        await stage.second();
        await stage.act("edit-pull", { number, draft });
      };
      for (const draft of [false, true, false]) await ready(draft);
      const fields = `pullRequest(number: $number) { timelineItems(first: 9, itemTypes: [READY_FOR_REVIEW_EVENT]) {
        nodes { ... on ReadyForReviewEvent { createdAt } } } }`;
      const read = await shown(stage, fields, { number });
      const times = ["2026-11-20T01:00:01Z", "2026-11-20T01:00:03Z"];
      assert.deepEqual(
        at(read, "pullRequest", "timelineItems", "nodes"),
        times.map((createdAt) => ({ createdAt })),
      );
      const other = { base, head: await madeBranch(stage, stage.head), title: "None" };
      const never = Number(at(await stage.act("open-pull", other), "number"));
      const none = await shown(stage, fields, { number: never });
      assert.deepEqual(at(none, "pullRequest", "timelineItems", "nodes"), []);
      return "one for each time";
    },
  },
  {
    id: "deploying/history-since",
    says: "`history(since:)` has the commits that were committed from that moment on, newest first, with their parents and both dates.",
    source: "GraphQL: Commit.history, GitTimestamp",
    takes: "commits at known times",
    scratch: {
      commits: [
        { sha: "c1", authored_at: "2026-10-01T00:00:00Z", committed_at: "2026-11-01T00:00:00Z" },
        { sha: "c2", parents: ["c1"], authored_at: "2026-10-02T00:00:00Z", committed_at: "2026-11-02T00:00:00Z" },
        { sha: "c3", parents: ["c2"], authored_at: "2026-10-01T00:00:00Z", committed_at: "2026-11-03T00:00:00Z" },
      ],
      branches: { main: "c3", second: "c2" },
    },
    seen: async (stage) => {
      const fields = `object(expression: "main") { ... on Commit { history(first: 1, since: "2026-11-02T00:00:00Z") {
        totalCount pageInfo { hasNextPage } nodes { authoredDate committedDate parents(first: 1) { totalCount } } } } }`;
      assert.deepEqual(at(await shown(stage, fields), "object", "history"), {
        totalCount: 2,
        pageInfo: { hasNextPage: true },
        nodes: [
          {
            ...{ authoredDate: "2026-10-01T00:00:00Z", committedDate: "2026-11-03T00:00:00Z" },
            parents: { totalCount: 1 },
          },
        ],
      });
      return "two of three";
    },
  },
];

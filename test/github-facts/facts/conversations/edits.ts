import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { madeIssue, madePull } from "../../made.ts";

const EDITS = `userContentEdits(first: 10) { nodes { diff editedAt editor { login } } }`;

/** Earlier versions of a text. */
export const edits: readonly Fact[] = [
  {
    id: "conversations/issue-edits",
    says: "`userContentEdits` of an issue lists every version of its body, newest first, each `diff` being the whole text; the oldest is the first version.",
    source: "observed by wildcat-finance/skills (live, 2026-09) and others; with an App's token unproven",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch, { body: "first" });
      const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
      await scratch.rest(route, { issue_number: number, body: "second" }, "person");
      await scratch.rest(route, { issue_number: number, body: "third" });
      const query = `query Edits($owner: String!, $repo: String!, $number: Int!) {
        repository(owner: $owner, name: $repo) { issue(number: $number) { ${EDITS} } } }`;
      const { data, errors } = await scratch.graphql(query, { number });
      const edits = listAt(data, "repository", "issue", "userContentEdits", "nodes");
      assert.deepEqual(errors, []);
      assert.deepEqual(
        edits.map((edit) => at(edit, "diff")),
        ["third", "second", "first"],
      );
      assert.equal(at(edits[1], "editor", "login"), scratch.person);
      return "three whole texts, newest first";
    },
  },
  {
    id: "conversations/pull-edits",
    says: "So do those of a pull request.",
    source: "as conversations/issue-edits; mariomulansky/PySpike#89",
    seen: async (scratch) => {
      const { number } = await madePull(scratch, { body: "first" });
      const route = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";
      await scratch.rest(route, { pull_number: number, body: "second" });
      const query = `query Edits($owner: String!, $repo: String!, $number: Int!) {
        repository(owner: $owner, name: $repo) { pullRequest(number: $number) { ${EDITS} } } }`;
      const { data } = await scratch.graphql(query, { number });
      const edits = listAt(data, "repository", "pullRequest", "userContentEdits", "nodes");
      assert.deepEqual(
        edits.map((edit) => at(edit, "diff")),
        ["second", "first"],
      );
      return "two whole texts, newest first";
    },
  },
  {
    id: "conversations/never-edited",
    says: "A text that was never edited has no `userContentEdits`.",
    source: "as conversations/issue-edits; unsourced",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch, { body: "first" });
      const query = `query Edits($owner: String!, $repo: String!, $number: Int!) {
        repository(owner: $owner, name: $repo) { issue(number: $number) { ${EDITS} } } }`;
      const { data } = await scratch.graphql(query, { number });
      assert.deepEqual(listAt(data, "repository", "issue", "userContentEdits", "nodes"), []);
      return "none";
    },
  },
];

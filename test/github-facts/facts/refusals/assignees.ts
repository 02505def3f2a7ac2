import assert from "node:assert/strict";
import { at, type Fact, listAt } from "../../fact.ts";
import { madeIssue, somebody } from "../../made.ts";
import { isMissing, issueBody } from "./issue-body.ts";

const ELEVEN = Array.from({ length: 11 }, (_, index) => `person-${index}`);

export const assignees: readonly Fact[] = [
  {
    id: "refusals/assignee-new",
    says: "Creating an issue with a login that cannot be assigned is refused with 422 at `assignees`, and nothing is created.",
    source: "trstringer/manual-approval#71 #93 #141, vscode-pull-request-github#1868, harvester/harvester#10448",
    seen: async (scratch) => {
      const title = scratch.name("assignee");
      const error = await issueBody(scratch, { title, assignees: [scratch.bot] }, 422);
      assert.deepEqual(
        [at(error, "resource"), at(error, "field"), at(error, "code")],
        ["Issue", "assignees", "invalid"],
      );
      assert.ok(JSON.stringify(at(error, "value")).includes(scratch.bot), JSON.stringify(error));
      await isMissing(scratch, title);
      return `422 ${JSON.stringify(error)}`;
    },
  },
  {
    id: "refusals/assignee-suspended",
    says: "A suspended or deactivated person cannot be assigned, though the list of collaborators still counts them.",
    source: "trstringer/manual-approval#93 #141, Reviewable#957",
    takes: "a suspended account with access",
    world: { users: [{ login: "gone", suspended: true }] },
    scratch: { permission: { alice: "write", gone: "write" } },
    seen: async (scratch) => {
      const { data } = await scratch.rest("GET /repos/{owner}/{repo}/collaborators");
      assert.ok(listAt(data).some((one) => at(one, "login") === "gone"));
      const error = await issueBody(scratch, { title: "x", assignees: ["alice", "gone"] }, 422);
      assert.equal(at(error, "field"), "assignees");
      return "422, and still a collaborator";
    },
  },
  {
    id: "refusals/assignee-changed",
    says: "Changing an issue's `assignees` to a login that cannot be assigned is refused like creating it.",
    source: "unsourced",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
      const { status, data } = await scratch.rest(route, { issue_number: number, assignees: [scratch.bot] });
      assert.deepEqual([status, at(data, "errors", 0, "field")], [422, "assignees"]);
      return "422";
    },
  },
  {
    id: "refusals/assignee-removed",
    says: "Removing logins (`DELETE …/assignees`) ignores those that are not assigned.",
    source: "REST: Remove assignees from an issue",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const person = somebody(scratch);
      const route = "/repos/{owner}/{repo}/issues/{issue_number}/assignees";
      await scratch.rest(`POST ${route}`, { issue_number: number, assignees: [person] });
      const assignees = [person, "no-such-login-0-here"];
      const { status, data } = await scratch.rest(`DELETE ${route}`, { issue_number: number, assignees });
      assert.deepEqual([status, listAt(data, "assignees")], [200, []]);
      return "200, nobody assigned";
    },
  },
  {
    id: "refusals/assignee-added",
    says: "Adding logins (`POST …/assignees`) silently drops those that cannot be assigned, bots and unknown ones, and adds the others.",
    source: "REST: Add assignees to an issue",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees";
      const assignees = [scratch.bot, somebody(scratch), "no-such-login-0-here"];
      const { status, data } = await scratch.rest(route, { issue_number: number, assignees });
      const assigned = listAt(data, "assignees").map((user) => at(user, "login"));
      assert.deepEqual([status, assigned], [201, [scratch.person]]);
      return `201, ${scratch.person} alone`;
    },
  },
  {
    id: "refusals/assignee-ghes",
    says: "A GHES names the first such login alone, without a sentence.",
    source: "trstringer/manual-approval#93, JasonEtco/create-an-issue#41",
    takes: "a GHES",
    world: { ghes: "3.16" },
    seen: async (scratch) => {
      const error = await issueBody(scratch, { title: "x", assignees: ["nobody-here", "nor-here"] }, 422);
      assert.deepEqual(error, { value: "nobody-here", resource: "Issue", field: "assignees", code: "invalid" });
      return "422";
    },
  },
  {
    id: "refusals/eleven-assignees",
    says: "Beyond ten assignees `POST …/assignees` silently drops the rest.",
    source: "REST: Add assignees to an issue (up to 10); silently: unsourced",
    takes: "eleven people",
    scratch: { permission: Object.fromEntries(ELEVEN.map((login) => [login, "write"])), issues: [{ number: 1 }] },
    seen: async (stage) => {
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees";
      const { status, data } = await stage.rest(route, { issue_number: 1, assignees: ELEVEN });
      assert.deepEqual([status, listAt(data, "assignees").length], [201, 10]);
      return "201, ten assigned";
    },
  },
];

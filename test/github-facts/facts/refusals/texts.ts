import assert from "node:assert/strict";
import { at, type Fact } from "../../fact.ts";
import { madeIssue } from "../../made.ts";
import { issueBody } from "./issue-body.ts";

const TOO_LONG = "a".repeat(65_537);

export const texts: readonly Fact[] = [
  {
    id: "refusals/title-long",
    says: "An issue's title longer than 256 characters is refused with 422.",
    source: "many reports of 'title is too long (maximum is 256 characters)'",
    seen: async (scratch) => {
      const error = await issueBody(scratch, { title: "a".repeat(257) }, 422);
      assert.deepEqual([at(error, "field"), at(error, "code")], ["title", "custom"]);
      assert.match(String(at(error, "message")), /title is too long \(maximum is 256 characters\)/);
      return `422 ${at(error, "message")}`;
    },
  },
  {
    id: "refusals/body-long",
    says: "A body longer than 65,536 characters, whatever their bytes, is refused with 422; one of 65,536 is not.",
    source: "many reports of 'body is too long (maximum is 65536 characters)'",
    seen: async (scratch) => {
      const error = await issueBody(scratch, { title: scratch.name("long"), body: TOO_LONG }, 422);
      assert.match(String(at(error, "message")), /body is too long \(maximum is 65536 characters\)/);
      const { number } = await madeIssue(scratch, { body: "語".repeat(65_536) });
      const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
      const longer = await scratch.rest(route, { issue_number: number, body: "語".repeat(65_537) });
      assert.equal(longer.status, 422);
      return `422 ${at(error, "message")}`;
    },
  },
  {
    id: "refusals/comment-long",
    says: "So is a comment's.",
    source: "as refusals/body-long",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { status, data } = await scratch.rest(route, { issue_number: number, body: TOO_LONG });
      assert.equal(status, 422);
      assert.match(JSON.stringify(data), /too long \(maximum is 65536 characters\)/i);
      return "422";
    },
  },
  {
    id: "refusals/empty-comment",
    says: "A comment without text is refused with 422.",
    source: "many reports of 'Body cannot be blank'",
    seen: async (scratch) => {
      const { number } = await madeIssue(scratch);
      const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
      const { status } = await scratch.rest(route, { issue_number: number, body: "" });
      assert.equal(status, 422);
      return "422";
    },
  },
];

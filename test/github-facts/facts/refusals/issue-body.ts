import assert from "node:assert/strict";
import { at, listAt, type Scratch } from "../../fact.ts";

/** The first error of an answer to an issue with this body. */
export async function issueBody(scratch: Scratch, body: object, status: number): Promise<unknown> {
  const answer = await scratch.rest("POST /repos/{owner}/{repo}/issues", { ...body });
  assert.equal(answer.status, status, JSON.stringify(answer.data));
  return at(answer.data, "errors", 0);
}

/** No issue of that title was created. */
export async function isMissing(scratch: Scratch, title: string): Promise<void> {
  const { data } = await scratch.rest("GET /repos/{owner}/{repo}/issues", { state: "all", per_page: 100 });
  assert.equal(
    listAt(data).some((one) => at(one, "title") === title),
    false,
    "the issue was still made",
  );
}

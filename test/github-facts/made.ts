import assert from "node:assert/strict";
import { at, type Scratch } from "./fact.ts";

interface MadeIssue {
  readonly number: number;
  readonly id: number;
  readonly title: string;
}

/** An issue by the App; closed afterwards, because Apps cannot delete any. */
export async function madeIssue(scratch: Scratch, fields: Readonly<Record<string, unknown>> = {}): Promise<MadeIssue> {
  const title = scratch.name("A fact is being tried");
  const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/issues", { title, ...fields });
  assert.equal(status, 201, JSON.stringify(data));
  const number = Number(at(data, "number"));
  const route = "PATCH /repos/{owner}/{repo}/issues/{issue_number}";
  scratch.afterwards(() => scratch.rest(route, { issue_number: number, state: "closed", state_reason: "not_planned" }));
  return { number, id: Number(at(data, "id")), title };
}

/** A comment on it by the App. */
export async function madeComment(scratch: Scratch, { number }: MadeIssue): Promise<number> {
  const route = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
  const { status, data } = await scratch.rest(route, { issue_number: number, body: "A fact is being tried" });
  assert.equal(status, 201, JSON.stringify(data));
  return Number(at(data, "id"));
}

/** A branch by the second person (the App reads contents only); removed afterwards. */
export async function madeBranch(scratch: Scratch, sha: string): Promise<string> {
  const name = scratch.name("facts");
  const ref = { ref: `refs/heads/${name}`, sha };
  const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/git/refs", ref, "person");
  assert.equal(status, 201, JSON.stringify(data));
  const route = "DELETE /repos/{owner}/{repo}/git/refs/{ref}";
  scratch.afterwards(() => scratch.rest(route, { ref: `heads/${name}` }, "person"));
  return name;
}

interface MadePull {
  readonly number: number;
  readonly head: string;
  readonly base: string;
}

/** A pull request by the App between two branches of its own, one commit apart; closed afterwards. */
export async function madePull(scratch: Scratch, fields: Readonly<Record<string, unknown>> = {}): Promise<MadePull> {
  const [base, head] = [await madeBranch(scratch, scratch.before), await madeBranch(scratch, scratch.head)];
  const pull = { title: scratch.name("A fact is being tried"), base, head, ...fields };
  const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/pulls", pull);
  assert.equal(status, 201, JSON.stringify(data));
  const number = Number(at(data, "number"));
  const route = "PATCH /repos/{owner}/{repo}/pulls/{pull_number}";
  scratch.afterwards(() => scratch.rest(route, { pull_number: number, state: "closed" }));
  return { number, head, base };
}

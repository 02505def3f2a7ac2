import assert from "node:assert/strict";
import { at, NotTried, type Scratch } from "./fact.ts";

interface MadeIssue {
  readonly number: number;
  readonly id: number;
  readonly title: string;
}

/** An issue by the App; closed afterwards, because Apps cannot delete issues. */
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

/** A file written to a branch by the second person: one commit; returns its sha. `before`: the blob that it replaces. */
export async function madeCommit(
  scratch: Scratch,
  branch: string,
  file: { readonly path: string; readonly text: string; readonly message?: string; readonly before?: string },
): Promise<string> {
  const { path, text, message = `Write ${file.path}`, before } = file;
  const content = Buffer.from(text).toString("base64");
  const written = { path, branch, message, content, ...(before === undefined ? {} : { sha: before }) };
  const { status, data } = await scratch.rest("PUT /repos/{owner}/{repo}/contents/{path}", written, "person");
  assert.equal(status, before === undefined ? 201 : 200, JSON.stringify(data));
  return String(at(data, "commit", "sha"));
}

interface MadePull {
  readonly number: number;
  readonly title: string;
  readonly head: string;
  readonly base: string;
}

/**
 * A pull request by the App between two branches of its own, one commit apart; it closes when they are removed
 * afterwards.
 */
export async function madePull(scratch: Scratch, fields: Readonly<Record<string, unknown>> = {}): Promise<MadePull> {
  const [base, head] = [await madeBranch(scratch, scratch.before), await madeBranch(scratch, scratch.head)];
  return openedPull(scratch, { base, head }, fields);
}

/** A pull request by the App between branches that were created for it: it closes when they are removed. */
export async function openedPull(
  scratch: Scratch,
  { base, head }: { readonly base: string; readonly head: string },
  fields: Readonly<Record<string, unknown>> = {},
): Promise<MadePull> {
  const title = scratch.name("A fact is being tried");
  const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/pulls", { title, base, head, ...fields });
  assert.equal(status, 201, JSON.stringify(data));
  return { number: Number(at(data, "number")), title, head, base };
}

/** A milestone by the App; deleted afterwards. */
export async function madeMilestone(
  scratch: Scratch,
  fields: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly number: number; readonly title: string; readonly data: unknown }> {
  const title = scratch.name("milestone");
  const { status, data } = await scratch.rest("POST /repos/{owner}/{repo}/milestones", { title, ...fields });
  assert.equal(status, 201, JSON.stringify(data));
  const number = Number(at(data, "number"));
  const route = "DELETE /repos/{owner}/{repo}/milestones/{milestone_number}";
  scratch.afterwards(() => scratch.rest(route, { milestone_number: number }));
  return { number, title, data };
}

/** The name of a label that does not exist yet; deleted afterwards if it exists then. */
export function labelName(scratch: Scratch): string {
  const name = scratch.name("label");
  scratch.afterwards(() => scratch.rest("DELETE /repos/{owner}/{repo}/labels/{name}", { name }));
  return name;
}

/** The second person's login. */
export function somebody({ person }: Scratch): string {
  if (person === null) throw new NotTried("takes GITHUB_TOKEN, of a second person with write access");
  return person;
}

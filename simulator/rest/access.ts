import { atLeast, type Role, roleOf } from "../actions/people.ts";
import { type Actor, canSee, isInstalledOn } from "../platform/actor.ts";
import { notFound, Refused } from "../refused.ts";
import type { SimRepo } from "../state.ts";
import type { RestContext } from "./context.ts";
import { type OperationKey, PERMISSIONS } from "./permissions.ts";

/** Refuses what the actor may not do, as GitHub does: 404 for what it may not see, 401 and 403 for the rest. */
export function checkAccess(context: RestContext, key: OperationKey, repo: SimRepo | null): void {
  const { actor } = context;
  const needed: readonly string[] = PERMISSIONS[key];
  if (needed[0] === "app") {
    if (actor.kind !== "app") throw new Refused(401, "A JSON web token could not be decoded");
    return;
  }
  if (actor.kind === "app") throw new Refused(403, "Resource not accessible by integration");
  if (actor.kind === "installation" && actor.installation.suspended) {
    throw new Refused(403, "This installation has been suspended");
  }
  const writes = !key.startsWith("GET ");
  if (repo !== null && !canSee(context.state, actor, repo)) throw notFound();
  if (actor.kind === "anonymous" && (writes || key === "GET /user")) throw new Refused(401, "Requires authentication");
  if (actor.kind === "installation") checkInstallation(actor, needed, repo, writes);
  if (repo === null) return;
  if (actor.kind === "user" && writes) checkRole(context, actor.login, key, repo);
  if (writes && repo.archived) throw new Refused(403, "Repository was archived so is read-only.");
}

function checkInstallation(
  actor: Extract<Actor, { kind: "installation" }>,
  needed: readonly string[],
  repo: SimRepo | null,
  writes: boolean,
): void {
  const { installation } = actor;
  const elsewhere = repo !== null && !isInstalledOn(installation, repo);
  if (elsewhere && !writes) return; // public: everybody may read it
  const granted = { metadata: "read", ...installation.permissions } as Readonly<Record<string, string>>;
  const enough = needed.some((need) => {
    const [resource = "", access] = need.split(":");
    return access === "read" ? granted[resource] !== undefined : granted[resource] === "write";
  });
  if (elsewhere || (needed.length > 0 && !enough)) throw new Refused(403, "Resource not accessible by integration");
}

/** The role that a person needs for these operations; all other writes need `write`. */
const ROLES: { readonly [Key in OperationKey]?: Role } = {
  "POST /repos/{owner}/{repo}/issues": "read",
  "PATCH /repos/{owner}/{repo}/issues/{issue_number}": "read",
  "PATCH /repos/{owner}/{repo}/pulls/{pull_number}": "read",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments": "read",
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}": "read",
  "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}": "read",
  "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions": "read",
  "POST /repos/{owner}/{repo}/pulls": "read",
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews": "read",
  "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers": "triage",
  "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers": "triage",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees": "triage",
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees": "triage",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/labels": "triage",
  "PUT /repos/{owner}/{repo}/issues/{issue_number}/labels": "triage",
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}": "triage",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by": "triage",
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}": "triage",
  "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues": "triage",
  "DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue": "triage",
};

function checkRole(context: RestContext, login: string, key: OperationKey, repo: SimRepo): void {
  if (key.includes("/check-runs")) throw new Refused(403, "You must authenticate via a GitHub App.");
  if (atLeast(roleOf(context.state, repo, login), ROLES[key] ?? "write")) return;
  throw new Refused(403, "Must have push access to repository.");
}

/** Changing a person's text: allowed for its author, and for people with `role`; an App needs its permissions. */
export function checkAuthor(context: RestContext, repo: SimRepo, author: string | null, role: Role = "write"): void {
  const { actor } = context;
  if (actor.kind !== "user" || actor.login === author) return;
  if (!atLeast(roleOf(context.state, repo, actor.login), role))
    throw new Refused(403, "Must have admin rights to Repository.");
}

import { accountOf, atLeast, isAssignable, isCollaborator, type Role, roleOf } from "../../actions/people.ts";
import { notFound, Refused } from "../../refused.ts";
import type { SimRepo, SimState } from "../../state.ts";
import { NOTHING, ok, type RepoHandlers } from "../context.ts";
import { paged } from "../paging.ts";
import { renderFullRepo } from "../render/repo.ts";
import { renderUser } from "../render/user.ts";

export const repositoryRoutes: RepoHandlers = {
  "GET /repos/{owner}/{repo}": ({ context, repo }) => ok(renderFullRepo(context, repo)),

  "GET /repos/{owner}/{repo}/collaborators": (call) => {
    const { context, repo } = call;
    const { items, headers } = paged(call, collaborators(context.state, repo));
    const rendered = items.map((login) => {
      const role = roleOf(context.state, repo, login) ?? "read";
      return { ...renderUser(context, login), permissions: permissionsOf(role), role_name: role };
    });
    return ok(rendered, headers);
  },

  "GET /repos/{owner}/{repo}/collaborators/{username}": ({ context, repo, path }) => {
    if (!isCollaborator(context.state, repo, path.username ?? "")) throw notFound();
    return NOTHING;
  },

  "GET /repos/{owner}/{repo}/collaborators/{username}/permission": ({ context, repo, path }) => {
    const account = accountOf(context.state, path.username ?? "");
    if (account === undefined) throw notFound();
    // An App's bot has no permission of its own (anthropics/claude-code-action#1018, chdsbd/kodiak#231).
    if (account.type !== "User") throw new Refused(404, `${account.login} is not a user`);
    const role = roleOf(context.state, repo, account.login);
    const user = { ...renderUser(context, account.login), permissions: permissionsOf(role), role_name: role ?? "none" };
    return ok({ permission: legacy(role), role_name: role ?? "none", user });
  },

  "GET /repos/{owner}/{repo}/assignees": (call) => {
    const { context, repo } = call;
    const { items, headers } = paged(call, collaborators(context.state, repo));
    return ok(
      items.map((login) => renderUser(context, login)),
      headers,
    );
  },

  "GET /repos/{owner}/{repo}/assignees/{assignee}": ({ context, repo, path }) => {
    if (!isAssignable(context.state, repo, path.assignee ?? "", null)) throw notFound();
    return NOTHING;
  },
};

function collaborators(state: SimState, repo: SimRepo): string[] {
  return [...state.users.values()].flatMap(({ login, type }) =>
    type === "User" && isCollaborator(state, repo, login) ? [login] : [],
  );
}

/** The older word for a role: triage counts as read, maintain as write. */
function legacy(role: Role | null): string {
  if (role === null) return "none";
  if (role === "admin") return "admin";
  return atLeast(role, "write") ? "write" : "read";
}

function permissionsOf(role: Role | null): Record<string, boolean> {
  return {
    pull: role !== null,
    triage: atLeast(role, "triage"),
    push: atLeast(role, "write"),
    maintain: atLeast(role, "maintain"),
    admin: atLeast(role, "admin"),
  };
}

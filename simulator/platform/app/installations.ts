import { notFound, Refused } from "../../refused.ts";
import { type Answer, type Call, type Handlers, numberIn, ok } from "../../rest/context.ts";
import { paged } from "../../rest/paging.ts";
import { renderRepo } from "../../rest/render/repo.ts";
import type { SimInstallation, SimRepo } from "../../state.ts";
import { installationOn, isInstalledOn, repoNamed } from "../actor.ts";
import type { Platform } from "../platform.ts";
import { renderInstallation } from "./render.ts";

type Access = "read" | "write";

/** The requested permissions of the token; null for all that the installation has. */
function reduced(found: SimInstallation, requested: unknown): Record<string, Access> | null {
  if (typeof requested !== "object" || requested === null) return null;
  const permissions: Record<string, Access> = {};
  for (const [resource, access] of Object.entries(requested)) {
    const granted = { metadata: "read", ...found.permissions }[resource];
    if (granted === undefined || (access === "write" && granted === "read")) {
      throw new Refused(422, "The permissions requested are not granted to this installation.");
    }
    permissions[resource] = access;
  }
  return permissions;
}

interface TokenRequest {
  readonly permissions?: unknown;
  /** Names without their owner. */
  readonly repositories?: readonly string[];
  readonly repository_ids?: readonly number[];
}

/** The requested repositories of the token; null for all that the installation has. */
function chosen(platform: Platform, found: SimInstallation, request: TokenRequest): readonly SimRepo[] | null {
  const { repositories: names, repository_ids: ids } = request;
  if (names === undefined && ids === undefined) return null;
  const all = [...platform.state.repos.values()].filter((repo) => isInstalledOn(found, repo));
  const named = (names ?? []).map((name) => all.find((repo) => repo.name.split("/")[1] === name));
  const repos = [...named, ...(ids ?? []).map((id) => all.find((repo) => repo.id === id))];
  const known = repos.filter((repo) => repo !== undefined);
  if (known.length < repos.length) {
    const message =
      "There is at least one repository that does not exist or is not accessible to the parent installation.";
    throw new Refused(422, message);
  }
  return known;
}

function createToken(platform: Platform, call: Call): Answer {
  const found = installationIn(platform, call);
  if (found.suspended) throw new Refused(403, "This installation has been suspended");
  const request = (call.body ?? {}) as TokenRequest;
  const permissions = reduced(found, request.permissions);
  const repos = chosen(platform, found, request);
  const repositories = repos?.map(({ id }) => id) ?? null;
  const { token, expiresAt } = platform.tokens.create(platform.state, found, { permissions, repositories });
  return {
    status: 201,
    body: {
      token,
      expires_at: expiresAt,
      permissions: permissions ?? found.permissions,
      repository_selection: repos === null && found.selected === null ? "all" : "selected",
      ...(repos === null ? {} : { repositories: repos.map((repo) => renderRepo(call.context, repo)) }),
    },
  };
}

function installationIn(platform: Platform, call: Call): SimInstallation {
  const found = platform.state.installations.get(numberIn(call, "installation_id"));
  if (found === undefined) throw notFound();
  return found;
}

function ofAccount(platform: Platform, login: string | undefined): SimInstallation | null {
  const all = [...platform.state.installations.values()];
  return all.find(({ account }) => account.toLowerCase() === login?.toLowerCase()) ?? null;
}

function ofRepository(platform: Platform, { path }: Call): SimInstallation | null {
  const repo = repoNamed(platform.state, `${path.owner}/${path.repo}`);
  return repo === null ? null : installationOn(platform.state, repo);
}

function repositories(platform: Platform, call: Call): Answer {
  const { actor } = call.context;
  if (actor.kind !== "installation") {
    throw new Refused(403, "You must authenticate with an installation access token in order to list repositories.");
  }
  const all = [...platform.state.repos.values()].filter((repo) => isInstalledOn(actor.installation, repo));
  const { items, headers } = paged(call, all);
  const repositories = items.map((repo) => renderRepo(call.context, repo));
  const repository_selection = actor.installation.selected === null ? "all" : "selected";
  return ok({ total_count: all.length, repository_selection, repositories }, headers);
}

/** Where the App is installed, and the tokens by which it acts there. */
export function installationHandlers(platform: Platform): Handlers {
  const shown = (call: Call, found: SimInstallation | null): Answer => {
    if (found === null) throw notFound();
    return ok(renderInstallation(call.context, found));
  };
  return {
    "GET /app/installations": (call) => {
      const { items, headers } = paged(call, [...platform.state.installations.values()]);
      return ok(
        items.map((found) => renderInstallation(call.context, found)),
        headers,
      );
    },
    "GET /app/installations/{installation_id}": (call) => shown(call, installationIn(platform, call)),
    "POST /app/installations/{installation_id}/access_tokens": (call) => createToken(platform, call),
    "GET /repos/{owner}/{repo}/installation": (call) => shown(call, ofRepository(platform, call)),
    "GET /orgs/{org}/installation": (call) => shown(call, ofAccount(platform, call.path.org)),
    "GET /users/{username}/installation": (call) => shown(call, ofAccount(platform, call.path.username)),
    "GET /installation/repositories": (call) => repositories(platform, call),
  };
}

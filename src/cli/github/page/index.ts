import { contentAt } from "../../../../simulator/git/content.ts";
import { resolveRef } from "../../../../simulator/git/resolve.ts";
import { presentIssue } from "../../../../simulator/present.ts";
import type { SimRepo, SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import { editorFor, formsFor } from "../acts/forms.ts";
import { answerOf, type Viewer } from "./answer.ts";
import { asset } from "./assets.ts";
import { checkRun } from "./check-run.ts";
import { checks } from "./checks.ts";
import { commit } from "./commit.ts";
import { comparison } from "./compare.ts";
import { conversation } from "./conversation.ts";
import { file } from "./file.ts";
import { home } from "./home.ts";
import { layout } from "./layout.ts";
import { list } from "./lists.ts";
import { milestone, milestones } from "./milestones.ts";
import { paths } from "./paths.ts";
import { project } from "./project.ts";
import { releases } from "./releases.ts";

/** Answers a browser: the simulated GitHub's state as pages, at the paths that GitHub itself has. Reads only. */
export function showPage(state: SimState, request: Request, viewer: Viewer): Response {
  if (request.method !== "GET" && request.method !== "HEAD")
    return new Response("Only for reading.\n", { status: 405, headers: { allow: "GET, HEAD" } });
  const { pathname: path, searchParams } = new URL(request.url);
  const style = path.startsWith("/_page/") ? asset(path) : null;
  if (style !== null) return style;
  const segments = decoded(path);
  const repo = segments === null ? undefined : repositoryNamed(state, segments.slice(0, 2).join("/"));
  if (repo !== undefined && segments?.length === 2) {
    return new Response(null, { status: 302, headers: { location: paths.front(repo) } });
  }
  const rest = segments?.slice(2) ?? [];
  const isForActing = viewer.acted !== undefined && repo !== undefined;
  const editor = isForActing && /^(new|edit)$/.test(rest[0] ?? "") ? editorFor(state, repo, rest, searchParams) : null;
  if (isForActing && editor !== null) {
    return answerOf(state, layout(state, { title: "Editor", repo, content: editor }), viewer, { sendsTo: ["'self'"] });
  }
  const shown = segments === null ? null : shownAt(state, segments, repo, viewer);
  if (shown === null) return answerOf(state, notFound(state), viewer, { status: 404 });
  const forms = isForActing ? { below: formsFor(state, repo, rest), sendsTo: ["'self'"] } : {};
  return answerOf(state, shown, viewer, forms);
}

function shownAt(
  state: SimState,
  segments: readonly string[],
  repo: SimRepo | undefined,
  { story = [] }: Viewer,
): Html | null {
  if (segments.length === 0) return home(state, story);
  if (repo !== undefined) return within(state, repo, segments.slice(2));
  const [kind = "", owner = "", room, number] = segments;
  if (!/^(orgs|users)$/.test(kind) || room !== "projects" || segments.length !== 4) return null;
  const found = state.projects.find((one) => one.owner === owner && one.number === Number(number));
  return found === undefined ? null : project(state, found);
}

function within(state: SimState, repo: SimRepo, [room = "", ...rest]: readonly string[]): Html | null {
  const name = rest.join("/");
  switch (room) {
    case "pulls":
      return list(state, repo, room);
    case "milestones":
      return milestones(state, repo);
    case "milestone": {
      const found = repo.milestones.get(Number(rest[0]));
      return found === undefined ? null : milestone(state, repo, found);
    }
    case "checks":
      return checks(state, repo);
    case "pull":
    case "issues": {
      if (room === "issues" && rest.length === 0) return list(state, repo, room);
      const number = Number(rest[0]);
      const item = repo.pulls.get(number) ?? presentIssue(repo, number);
      return item === null ? null : conversation(state, repo, item);
    }
    case "runs": {
      const run = repo.check_runs.get(Number(rest[0]));
      return run === undefined ? null : checkRun(state, repo, run);
    }
    case "commit":
    case "tree": {
      const sha = resolveRef(repo, name);
      const found = sha === null ? undefined : repo.commits.get(sha);
      return found === undefined ? null : commit(state, repo, found);
    }
    case "compare":
      return compared(state, repo, name);
    case "blob":
      return blob(state, repo, rest);
    case "releases":
      return releases(state, repo, rest[0] === "tag" ? rest.slice(1).join("/") : undefined);
    default:
      return null;
  }
}

function compared(state: SimState, repo: SimRepo, range: string): Html | null {
  const [base = "", head = repo.default_branch] = range.split("...");
  const [from, to] = [resolveRef(repo, base), resolveRef(repo, head)];
  return from === null || to === null
    ? null
    : comparison(state, repo, { name: base, sha: from }, { name: head, sha: to });
}

/** A branch may contain slashes: the shortest beginning that names one is it. */
function blob(state: SimState, repo: SimRepo, segments: readonly string[]): Html | null {
  for (let length = 1; length < segments.length; length++) {
    const ref = segments.slice(0, length).join("/");
    const sha = resolveRef(repo, ref);
    const path = segments.slice(length).join("/");
    if (sha !== null) return file(state, repo, ref, path, contentAt(repo, sha, path));
  }
  return null;
}

/** Former names lead on, as on GitHub; case does not count. */
function repositoryNamed(state: SimState, name: string): SimRepo | undefined {
  const wanted = name.toLowerCase();
  const all = [...state.repos.values()];
  return (
    all.find((repo) => repo.name.toLowerCase() === wanted) ??
    all.find((repo) => repo.formerNames.some((former) => former.toLowerCase() === wanted))
  );
}

function decoded(path: string): string[] | null {
  try {
    return path
      .split("/")
      .filter((segment) => segment !== "")
      .map(decodeURIComponent);
  } catch {
    return null;
  }
}

function notFound(state: SimState): Html {
  return layout(state, {
    title: "Not found",
    content: html`<div class="heading"><h2>There is nothing here</h2><p><a href="/">All repositories</a></p></div>`,
  });
}

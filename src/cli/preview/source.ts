import { stat, writeFile } from "node:fs/promises";
import type { Repository } from "../../automations/automation.ts";
import { EnvironmentProblem, readGitHubTimeout } from "../../environment.ts";
import type { Permissions } from "../../github/app.ts";
import type { GitHub } from "../../github/client.ts";
import { isGone } from "../../github/error-meaning.ts";
import { connectToken } from "../../github/token.ts";
import { webUrlOf } from "../../github/web-url.ts";
import { CommandError } from "../command-error.ts";
import { readGiven } from "../given-file.ts";
import { previewText, refusedText } from "./text.ts";

/** What a preview reads, and as whom. */
export interface PreviewSource {
  readonly github: GitHub;
  /** The same, for requests that a reconciliation does not make and that do not count. */
  readonly aside: GitHub;
  readonly repository: Repository;
  /** Detoil leaves archived repositories alone. */
  readonly archived: boolean;
  readonly now: Date;
  /** What the App is granted there; null: a person's token does not tell. */
  readonly granted: Permissions | null;
  readonly webUrl: string;
  /** Its lists show new items late, as GitHub's do; a world's show all of them. */
  readonly listsLag: boolean;
  /** Writes the world as it is now; to the file it came from where `out` is null, unless that is read-only. */
  save(out: string | null): Promise<void>;
}

export interface PreviewRequest {
  /** `owner/name` */
  readonly repo: string;
  readonly at: Date | null;
  /** A world file; null: the real GitHub. */
  readonly world: string | null;
  /** Whose texts are Detoil's own. */
  readonly slug: string;
}

async function repositoryOf(
  aside: GitHub,
  repo: string,
): Promise<Pick<PreviewSource, "aside" | "repository" | "archived">> {
  const [owner = "", name = ""] = repo.split("/");
  const { data } = await aside.rest("GET /repos/{owner}/{repo}", { owner, repo: name });
  return { aside, repository: { id: data.id, owner: data.owner.login, name: data.name }, archived: data.archived };
}

async function onGitHub(request: PreviewRequest): Promise<PreviewSource> {
  const token = process.env.GITHUB_TOKEN ?? "";
  if (token === "") throw new CommandError(previewText.noToken);
  const baseUrl = process.env.GITHUB_API_URL ?? "https://api.github.com";
  const options = { baseUrl, token, slug: request.slug, timeoutSeconds: timeoutOf(process.env) };
  const found = await repositoryOf(connectToken(options), request.repo);
  return {
    ...found,
    github: connectToken(options),
    now: request.at ?? new Date(),
    granted: null,
    webUrl: webUrlOf(baseUrl),
    listsLag: true,
    save: () => Promise.reject(new CommandError(previewText.neverWrites)),
  };
}

function timeoutOf(env: NodeJS.ProcessEnv): number {
  try {
    return readGitHubTimeout(env);
  } catch (error) {
    throw error instanceof EnvironmentProblem ? new CommandError(error.message) : error;
  }
}

/** By its mode, not by trying: root may write everything, but a file marked read-only must stay as it is. */
async function isReadOnly(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && (found.mode & 0o222) === 0;
}

async function inWorld(request: PreviewRequest, file: string): Promise<PreviewSource> {
  const { createSimulator, parseWorld, WorldError, worldOf } = await import("../../../simulator/index.ts");
  let state: ReturnType<typeof parseWorld>;
  try {
    state = parseWorld(new TextDecoder().decode(await readGiven(file)), file);
  } catch (error) {
    throw error instanceof WorldError ? new CommandError(error.message) : error;
  }
  // What is written then is written at that time.
  if (request.at !== null) state.now = `${request.at.toISOString().slice(0, 19)}Z`;
  const simulator = createSimulator(state);
  const connect = () =>
    connectToken({
      baseUrl: simulator.apiUrl,
      token: simulator.installationToken(request.repo),
      slug: state.app.slug,
      fetch: simulator.fetch,
    });
  const known = [...state.repos.keys()];
  if (!known.includes(request.repo)) {
    throw new CommandError(previewText.noRepository(file, request.repo, known));
  }
  return {
    ...(await repositoryOf(connect(), request.repo)),
    github: connect(),
    now: request.at ?? new Date(state.now),
    granted: state.app.permissions,
    webUrl: webUrlOf(simulator.apiUrl),
    listsLag: false,
    async save(out) {
      const target = out ?? file;
      if (await isReadOnly(target)) throw new CommandError(previewText.readOnly(target));
      try {
        await writeFile(target, `${JSON.stringify(worldOf(simulator.state), null, 1)}\n`);
      } catch {
        throw new CommandError(previewText.unwritable(target));
      }
      console.error(previewText.wrote(target));
    },
  };
}

/** Opens what a preview reads. Throws `CommandError` for everything that the person at the terminal can fix. */
export async function openSource(request: PreviewRequest): Promise<PreviewSource> {
  try {
    return request.world === null ? await onGitHub(request) : await inWorld(request, request.world);
  } catch (error) {
    if (isGone(error)) throw new CommandError(refusedText.gone(request.repo));
    throw error;
  }
}

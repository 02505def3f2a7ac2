import { connectToken } from "../../github/token.ts";
import { webUrlOf } from "../../github/web-url.ts";
import { CommandError } from "../command-error.ts";
import { readGiven } from "../given-file.ts";
import type { OpenedGitHub } from "./opened.ts";
import { openedText } from "./text.ts";

export interface OpenedWorld extends OpenedGitHub {
  /** All of its repositories, in the order of the file. */
  readonly repositories: readonly string[];
  /** The world as it is now. */
  content(): unknown;
}

/** The GitHub of a world file. `at`: its time; null: the file's own. Throws `CommandError`. */
export async function openWorld(file: string, at: Date | null): Promise<OpenedWorld> {
  const { createSimulator, parseWorld, readWorldText, WorldError, worldOf } = await import(
    "../../../simulator/index.ts"
  );
  let raw: unknown;
  let state: ReturnType<typeof parseWorld>;
  try {
    raw = readWorldText(new TextDecoder().decode(await readGiven(file)), file);
    state = parseWorld(raw, file);
  } catch (error) {
    throw error instanceof WorldError ? new CommandError(error.message) : error;
  }
  // What is written then is written at that time.
  if (at !== null) state.now = `${at.toISOString().slice(0, 19)}Z`;
  const simulator = createSimulator(state);
  return {
    connect: (on) =>
      connectToken({
        baseUrl: simulator.apiUrl,
        token: simulator.installationToken(on),
        slug: state.app.slug,
        fetch: simulator.fetch,
      }),
    now: at ?? new Date(state.now),
    granted: state.app.permissions,
    webUrl: webUrlOf(simulator.apiUrl),
    isInstalled: typeof raw === "object" && raw !== null && "installations" in raw,
    repositories: [...state.repos.keys()],
    content: () => worldOf(simulator.state),
  };
}

/** Throws `CommandError` for a repository that the file does not have. */
export function requireRepository({ repositories }: OpenedWorld, file: string, repo: string): void {
  if (!repositories.includes(repo)) throw new CommandError(openedText.noRepository(file, repo, repositories));
}

/** Throws `CommandError` for an account that owns nothing in the file. */
export function requireOwner({ repositories }: OpenedWorld, file: string, owner: string): void {
  const owners = [...new Set(repositories.map((repo) => repo.split("/")[0] ?? repo))];
  if (!owners.includes(owner)) throw new CommandError(openedText.noOwner(file, owner, owners));
}

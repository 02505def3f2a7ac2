import { stat, writeFile } from "node:fs/promises";
import type { Repository } from "../../automations/automation.ts";
import { dataIn } from "../../environment.ts";
import type { Permissions } from "../../github/app.ts";
import type { GitHub } from "../../github/client.ts";
import { isGone } from "../../github/error-meaning.ts";
import { CommandError } from "../command-error.ts";
import { repositoryNamed } from "../opened/repository.ts";
import { DEFAULT_SLUG, savedSlug, slugOnRepository } from "../opened/slug.ts";
import { refusedText } from "../opened/text.ts";
import { openByToken } from "../opened/token.ts";
import { openWorld, requireRepository } from "../opened/world.ts";
import { pathGiven } from "../path-given.ts";
import { previewText } from "./text.ts";

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
  /** Whether these credentials are an App's, so that GitHub tells which repositories it is installed on. */
  readonly isInstalled: boolean;
  /**
   * The App may have written here what lists do not show yet, because GitHub's show new items late: it is known, or one of its
   * texts was found. A world's lists show everything.
   */
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
  /** Whose texts are Detoil's own; null: what the server here is registered as, or who has written to the repository. */
  readonly slug: string | null;
}

async function asideOf(aside: GitHub, repo: string): Promise<Pick<PreviewSource, "aside" | "repository" | "archived">> {
  return { aside, ...(await repositoryNamed(aside, repo)) };
}

async function onGitHub({ repo, at, slug }: PreviewRequest): Promise<PreviewSource> {
  const known = slug ?? (await savedSlug(dataIn(process.env)));
  const aside = openByToken(known ?? DEFAULT_SLUG);
  const found = known ?? (await slugOnRepository(aside.connect(repo), repo));
  const { connect, now, granted, webUrl, isInstalled } = openByToken(found ?? DEFAULT_SLUG);
  return {
    ...(await asideOf(connect(repo), repo)),
    github: connect(repo),
    ...{ now: at ?? now, granted, webUrl, isInstalled },
    listsLag: found !== null,
    save: () => Promise.reject(new CommandError(previewText.neverWrites)),
  };
}

/** By its mode, not by trying: root may write everything, but a file marked read-only must stay as it is. */
async function isReadOnly(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found !== null && (found.mode & 0o222) === 0;
}

async function inWorld({ repo, at }: PreviewRequest, file: string): Promise<PreviewSource> {
  const world = await openWorld(file, at);
  requireRepository(world, file, repo);
  const { connect, now, granted, webUrl, isInstalled } = world;
  return {
    ...(await asideOf(connect(repo), repo)),
    github: connect(repo),
    ...{ now, granted, webUrl, isInstalled },
    listsLag: false,
    async save(out) {
      const named = out ?? file;
      const target = pathGiven(named);
      if (await isReadOnly(target)) throw new CommandError(previewText.readOnly(named));
      try {
        await writeFile(target, `${JSON.stringify(world.content(), null, 1)}\n`);
      } catch {
        throw new CommandError(previewText.unwritable(named));
      }
      console.error(previewText.wrote(named));
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

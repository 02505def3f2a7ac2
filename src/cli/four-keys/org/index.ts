import type { GitHub } from "../../../github/client.ts";
import { CommandError } from "../../command-error.ts";
import type { OpenedGitHub } from "../../opened/opened.ts";
import { openByToken } from "../../opened/token.ts";
import { openWorld, requireOwner } from "../../opened/world.ts";
import { progressBar } from "../../progress-bar.ts";
import { configuredBy } from "../configured.ts";
import { measure } from "../measure.ts";
import type { FourKeysOptions } from "../options.ts";
import { printNdjson } from "../print/ndjson.ts";
import { repositoryConfig } from "../repositories/config.ts";
import { explained } from "../repositories/explained.ts";
import { type ReadRepository, readRepository } from "../repositories/read.ts";
import { costOf, elsewhere, notRead, whatWasRead } from "../repositories/told.ts";
import type { FourKeysSource } from "../source.ts";
import { windowOf } from "../window.ts";
import type { OrgMeasured, OrgRow } from "./measured.ts";
import { orgPrinters } from "./print/index.ts";
import { languageOf } from "./print/summary.ts";
import { repositoriesOf } from "./repositories.ts";

type Source = Extract<FourKeysSource, { readonly of: "org" }>;

interface PrintedOrg {
  readonly printed: string;
  /** What was asked of GitHub, in words; null: a world file costs nothing. */
  readonly cost: string | null;
}

/** One row for each repository of an owner that has the section `four-keys`. Throws `CommandError`. */
export async function fourKeysOfOrg(options: FourKeysOptions, { org, world }: Source): Promise<PrintedOrg> {
  const opened = await open(org, world);
  const at = options.at ?? opened.now.getTime();
  const rows: OrgRow[] = [];
  const without: string[] = [];
  const unread: { repo: string; why: string }[] = [];
  const ofOrg = opened.connect(org);
  const clients: GitHub[] = [ofOrg];
  const all = await explained(org, () => repositoriesOf(ofOrg, org));
  for (const { repository } of all.filter(({ archived }) => !archived)) {
    const repo = `${repository.owner}/${repository.name}`;
    const github = opened.connect(repo);
    // Also those without the section, or unread, were asked for.
    clients.push(github);
    try {
      const row = await explained(repo, async () => {
        const config = await repositoryConfig(github, repository, options.config);
        if (config.used === "no file" || config.used === "no section") return null;
        return readRow({ github, repository, config }, options, { now: opened.now, at, whole: world !== null });
      });
      if (row === null) without.push(repo);
      else rows.push(row);
    } catch (error) {
      // One sre.yml that is broken, or one repository that may not be read, keeps nobody from the others.
      if (!(error instanceof CommandError)) throw error;
      unread.push({ repo, why: error.message });
    }
  }
  const archived = all.flatMap(({ repository: { owner, name }, archived }) => (archived ? [`${owner}/${name}`] : []));
  const measured: OrgMeasured = { org, rows, without, archived, unread, at };
  for (const { repo, why } of unread) console.error(`${repo}: ${why}`);
  return {
    printed: orgPrinters[options.format](measured, opened.webUrl),
    cost: world === null ? costOf(clients, languageOf(rows)) : null,
  };
}

async function open(org: string, file: string | null): Promise<OpenedGitHub> {
  if (file === null) return openByToken("detoil");
  const world = await openWorld(file, null);
  requireOwner(world, file, org);
  return world;
}

async function readRow(
  read: ReadRepository,
  options: FourKeysOptions,
  { now, at, whole }: { readonly now: Date; readonly at: number; readonly whole: boolean },
): Promise<OrgRow> {
  const configured = configuredBy(read.config.config, read.config.section);
  const { settings, language } = configured;
  const compared = windowOf(options, configured, at);
  const bar = progressBar();
  const history = await readRepository(read, { ...compared, now, whole, bar });
  bar.clear();
  console.error(whatWasRead([history], { lead: read, config: configured, at }));
  for (const line of [...notRead([read], language), ...elsewhere([history], language)]) console.error(line);
  const measured = measure(history, { options, config: configured, ...compared, at });
  const { report, detail } = measured;
  const ndjson = options.format === "ndjson" ? printNdjson(measured) : null;
  return { repo: history.repo, report, detail, window: compared.window, settings, language, ndjson };
}

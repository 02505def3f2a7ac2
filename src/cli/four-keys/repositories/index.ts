import { combined } from "../../../metrics/combined.ts";
import type { FourKeysSettings } from "../../../metrics/settings.ts";
import type { Records } from "../../../records/record.ts";
import { CommandError } from "../../command-error.ts";
import { progressBar } from "../../progress-bar.ts";
import { configuredBy } from "../configured.ts";
import { measure } from "../measure.ts";
import type { Measured } from "../measured.ts";
import type { FourKeysOptions } from "../options.ts";
import type { FourKeysSource } from "../source.ts";
import { windowOf } from "../window.ts";
import { repositoryConfig } from "./config.ts";
import { definitionChangesOf } from "./definition-changes.ts";
import { explained } from "./explained.ts";
import { openRepositories } from "./open.ts";
import { type ReadRepository, type RepositoryHistory, readRepository } from "./read.ts";
import { costOf, elsewhere, notRead, whatWasRead } from "./told.ts";

type Source = Extract<FourKeysSource, { readonly of: "world" | "repo" }>;

interface MeasuredRepositories {
  readonly measured: Measured;
  readonly webUrl: string;
  /** What was asked of GitHub, in words; null: a world file costs nothing. */
  readonly cost: string | null;
}

/** The history of a repository, or of all in a world file as one. Throws `CommandError`. */
export async function measureRepositories(options: FourKeysOptions, source: Source): Promise<MeasuredRepositories> {
  const place = source.of === "repo" ? source.repo : source.world;
  return explained(place, async () => {
    const { repositories, now, webUrl } = await openRepositories(source);
    const read = await withConfigs(repositories, options);
    const lead = leadOf(read);
    const at = options.at ?? now.getTime();
    const configured = configuredBy(lead.config.config, lead.config.section);
    const compared = windowOf(options, configured, at);
    const bar = progressBar();
    const histories: RepositoryHistory[] = [];
    for (const each of read)
      histories.push(await readRepository(each, { ...compared, now, whole: source.world !== null, bar }));
    bar.clear();
    const config = { language: configured.language, settings: settingsOfAll(configured.settings, read) };
    const told = [whatWasRead(histories, { lead, config, at }), ...notRead(read, config.language)];
    for (const line of [...told, ...elsewhere(histories, config.language)]) console.error(line);
    const history = combined(histories.map((each) => each.history));
    // The other formats draw nothing.
    const redefined = options.format === "html" && read.length === 1 ? await definitionChangesOf(lead) : [];
    const measured = measure(
      { records: recordsOf(histories), history, redefined },
      { options, config, ...compared, at },
    );
    const clients = read.map(({ github }) => github);
    return { measured, webUrl, cost: source.world === null ? costOf(clients, configured.language) : null };
  });
}

/** With what sre.yml says of each. Of several, one whose sre.yml is broken keeps nobody from the others, and is named. */
async function withConfigs(
  repositories: readonly Pick<ReadRepository, "github" | "repository">[],
  { config: file }: FourKeysOptions,
): Promise<readonly ReadRepository[]> {
  const read: ReadRepository[] = [];
  const broken: CommandError[] = [];
  for (const { github, repository } of repositories) {
    try {
      read.push({ github, repository, config: await repositoryConfig(github, repository, file) });
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      broken.push(error);
    }
  }
  const [first] = broken;
  if (first !== undefined && read.length === 0) throw first;
  for (const { message } of broken) console.error(message);
  return read;
}

/** Whose window, time zone and statistic all are shown with: the first that has the section. */
function leadOf(read: readonly ReadRepository[]): ReadRepository {
  const [first] = read;
  if (first === undefined) throw new Error("there is a repository");
  return read.find(({ config: { used } }) => used === "own" || used === "older") ?? first;
}

/** Each repository's environments were counted by its own sre.yml; together they are named. */
function settingsOfAll(settings: FourKeysSettings, read: readonly ReadRepository[]): FourKeysSettings {
  const all = read.map(({ config }) => configuredBy(config.config, config.section).settings.environments);
  const named = all.filter((environments) => environments !== null);
  return { ...settings, environments: named.length < all.length ? null : [...new Set(named.flat())] };
}

function recordsOf(histories: readonly RepositoryHistory[]): Records {
  const all = histories.map(({ records }) => records);
  return {
    commits: all.flatMap(({ commits }) => commits),
    changes: all.flatMap(({ changes }) => changes),
    deployments: all.flatMap(({ deployments }) => deployments),
    incidents: all.flatMap(({ incidents }) => incidents),
  };
}

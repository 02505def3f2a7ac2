import type { Repository } from "../../../automations/automation.ts";
import { environmentsElsewhere } from "../../../automations/four-keys/deployment/environments-elsewhere.ts";
import { reachOf } from "../../../automations/four-keys/history/reach.ts";
import { readWholeHistory } from "../../../automations/four-keys/history/read-whole.ts";
import type { GitHub } from "../../../github/client.ts";
import { settingsOf } from "../../../metrics/configured.ts";
import { type History, joinRecords } from "../../../metrics/history.ts";
import { countedRecords } from "../../../records/counted.ts";
import { environmentsOf } from "../../../records/environments.ts";
import { memoryBook } from "../../../records/memory-book.ts";
import type { Instant, Records } from "../../../records/record.ts";
import type { ProgressBar } from "../../progress-bar.ts";
import type { Compared } from "../window.ts";
import type { RepositoryConfig } from "./config.ts";

/** One repository that is read. */
export interface ReadRepository {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly config: RepositoryConfig;
}

/** What was read of it, and what that makes. */
export interface RepositoryHistory {
  readonly repo: string;
  /** Merged pull requests, also those that are no changes. */
  readonly pulls: number;
  readonly records: Records;
  readonly history: History;
  /** Where nothing that counts was deployed: the environments that count, and those to which something was. */
  readonly elsewhere: { readonly counted: readonly string[]; readonly others: readonly string[] } | null;
  /** How far back it was read; null: to its beginning. */
  readonly since: Instant | null;
}

interface Asked extends Pick<Compared, "beforeFrom"> {
  readonly now: Date;
  /** To the beginning, which costs nothing in a world file. */
  readonly whole: boolean;
  readonly bar: ProgressBar;
}

/** Reads what GitHub knows. Throws `GitHubError`. */
export async function readRepository(
  { github, repository, config: { config, section } }: ReadRepository,
  { beforeFrom, now, whole, bar }: Asked,
): Promise<RepositoryHistory> {
  const repo = `${repository.owner}/${repository.name}`;
  const since = whole ? 0 : reachOf(now.getTime(), beforeFrom);
  const book = memoryBook();
  await readWholeHistory(
    github,
    { repository, section, now, since, onPage: async ({ cursor }) => bar.show(repo, cursor.read, cursor.total) },
    book,
  );
  const recorded = await book.all();
  const records = countedRecords(recorded, section, config.release?.lanes ?? []);
  const counted = environmentsOf(section);
  const others =
    counted === null || records.deployments.length > 0 ? [] : await environmentsElsewhere(github, repository, section);
  return {
    repo,
    elsewhere: others.length === 0 || counted === null ? null : { counted, others },
    pulls: recorded.changes.length,
    records,
    history: joinRecords(records, settingsOf(section, config.timezone)),
    since: whole ? null : since,
  };
}

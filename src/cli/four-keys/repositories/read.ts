import type { Repository } from "../../../automations/automation.ts";
import { readWholeHistory } from "../../../automations/four-keys/history/read-whole.ts";
import type { GitHub } from "../../../github/client.ts";
import { settingsOf } from "../../../metrics/configured.ts";
import { type History, joinRecords } from "../../../metrics/history.ts";
import type { Window } from "../../../metrics/settings.ts";
import { countedRecords } from "../../../records/counted.ts";
import { memoryBook } from "../../../records/memory-book.ts";
import type { Instant, Records } from "../../../records/record.ts";
import type { ProgressBar } from "../../progress-bar.ts";
import type { RepositoryConfig } from "./config.ts";

const DAY_MS = 86_400_000;

/** As far as a server reads at first, so that both say the same. */
const AT_LEAST_MS = 365 * DAY_MS;

/** What was deployed before the window decides what the window's first deployment brought. */
const BEFORE_WINDOW_MS = 90 * DAY_MS;

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
  /** How far back it was read; null: to its beginning. */
  readonly since: Instant | null;
}

interface Asked {
  readonly window: Window;
  readonly now: Date;
  /** To the beginning, which costs nothing in a world file. */
  readonly whole: boolean;
  readonly bar: ProgressBar;
}

/** Reads what GitHub knows. Throws `GitHubError`. */
export async function readRepository(
  { github, repository, config: { config, section } }: ReadRepository,
  { window, now, whole, bar }: Asked,
): Promise<RepositoryHistory> {
  const repo = `${repository.owner}/${repository.name}`;
  const since = whole ? 0 : Math.min(now.getTime() - AT_LEAST_MS, window.from - BEFORE_WINDOW_MS);
  const book = memoryBook();
  await readWholeHistory(
    github,
    { repository, section, now, since, onPage: async ({ cursor }) => bar.show(repo, cursor.read, cursor.total) },
    book,
  );
  const recorded = await book.all();
  const records = countedRecords(recorded, section, config.release?.lanes ?? []);
  return {
    repo,
    pulls: recorded.changes.length,
    records,
    history: joinRecords(records, settingsOf(section, config.timezone)),
    since: whole ? null : since,
  };
}

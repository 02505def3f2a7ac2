import type { ColumnType, Generated } from "kysely";

/** One row, written at the first start: nothing older than this can be missing here. */
interface BirthTable {
  /** By GitHub's clock. */
  created_at: Date;
}

interface InstallationsTable {
  id: number;
  account: string;
  suspended: Generated<boolean>;
  /** What was granted, as GitHub names it; null until GitHub said. */
  permissions: ColumnType<Record<string, string> | null, string | null, string | null>;
  /** The account's id; null: not known yet. */
  account_id: ColumnType<number | null, never, number>;
  /** Since when GitHub says that it is not there, by GitHub's clock. */
  missing_since: ColumnType<Date | null, never, Date | null>;
}

interface RepositoriesTable {
  installation_id: number;
  id: number;
  owner: string;
  name: string;
  archived: Generated<boolean>;
  /** Since when GitHub does not list it, by GitHub's clock. */
  missing_since: ColumnType<Date | null, never, Date | null>;
  /** The commit that a webhook named last; empty: it changed in another way; null: no webhook did. */
  default_branch_tip: ColumnType<string | null, never, string>;
  /** When that webhook came, by the database's clock; without one, when the row was made. */
  default_branch_changed_at: ColumnType<Date, never, Date>;
}

/** One row per X-GitHub-Delivery. The payload is kept nowhere. */
interface DeliveriesTable {
  guid: string;
  event: string;
  action: string | null;
  /** 0: the App's own. */
  installation_id: number;
  repository_id: number | null;
  received_at: Generated<Date>;
}

/** What GitHub's list of deliveries shows and did not arrive, until it does, or GitHub forgets it. */
interface MissedDeliveriesTable {
  guid: string;
  event: string;
  /** 0: the App's own. */
  installation_id: number;
  /** The latest attempt that did not bring it here; 0: GitHub has not listed it. */
  attempt_id: number;
  /** The attempt that GitHub was asked to repeat last. */
  asked_attempt_id: number | null;
  asks: Generated<number>;
  /** How often it was here and handling it failed. */
  failures: number;
  /** What went wrong with that attempt. */
  status: string;
  /** GitHub has had a good answer since that attempt. */
  settled: Generated<boolean>;
  set_aside_at: Date | null;
  noted_at: Generated<Date>;
}

/** One row: up to when GitHub's list was compared with ours (by its clock), and what it no longer listed then. */
interface ComparisonTable {
  compared_at: Date;
  written_at: Generated<Date>;
  unlisted_from: Date | null;
  unlisted_to: Date | null;
  unlisted_at: Date | null;
}

/** What is to be reconciled; engine/queue.ts says how it works. */
interface WorkItemsTable {
  installation_id: number;
  repository_id: number;
  automation: string;
  target: string;
  /** How often it was requested, and which of those requests a finished reconciliation has covered: it waits while more. */
  generation: number;
  observed_generation: number;
  /** Place in `priorities` of the most urgent request that is not covered; and of those since the claim. */
  priority: number;
  next_priority: number | null;
  /** Of the first request that is not covered. */
  requested_at: Date;
  due_at: Date;
  /** When its last reconciliation started, or ended. */
  reconciled_at: Date | null;
  /** Until then it cools down, unless a person waits. */
  rests_until: Date | null;
  /** GitHub's time at which it wants to be reconciled although nothing happens. */
  again_at: Date | null;
  /** The process that holds it now, and until when unless it says so again. */
  owner: string | null;
  lease_until: Date | null;
  /** Counts the claims. */
  token: number;
  /** The request up to which the running reconciliation counts. */
  claimed_generation: number | null;
  /** Failures since the last success. */
  attempts: Generated<number>;
  /** GitHub's time (not ours) at which a rate limit ends. */
  retry_at: Date | null;
  /** GitHub's time of the next try, after any outcome that left the requests uncovered. */
  try_at: Date | null;
  /** Since when it has failed too often; null again once it succeeds. */
  parked_at: Date | null;
  error: string | null;
}

interface SchedulesTable {
  installation_id: number;
  repository_id: number;
  automation: string;
  target: string;
  cron: string;
  timezone: string;
  nightly: boolean;
  next_at: Date;
}

/** What was written lately: GitHub limits it per installation, whichever process writes. */
interface ContentBudgetsTable {
  installation_id: number;
  /** Of the last hour, by GitHub's clock. */
  times: Date[];
  /** When there is room for the one that was asked for last; null: it had room. */
  room_at: Date | null;
  /** By the database's clock: the last write that nobody waited for, and when the next one may go. */
  paced_at: Date | null;
}

/** What webhooks and answers said once, and GitHub's lists do not show yet, or no longer show. */
interface ObservationsTable {
  installation_id: number;
  repository_id: number;
  automation: string;
  key: string;
  value: unknown;
  observed_at: Generated<Date>;
}

/** How far something was read, or what else an automation keeps besides its records. */
interface RecordCursorsTable {
  installation_id: number;
  repository_id: number;
  name: string;
  value: unknown;
}

export interface Tables {
  birth: BirthTable;
  installations: InstallationsTable;
  repositories: RepositoriesTable;
  deliveries: DeliveriesTable;
  missed_deliveries: MissedDeliveriesTable;
  comparison: ComparisonTable;
  work_items: WorkItemsTable;
  schedules: SchedulesTable;
  content_budgets: ContentBudgetsTable;
  observations: ObservationsTable;
  record_cursors: RecordCursorsTable;
}

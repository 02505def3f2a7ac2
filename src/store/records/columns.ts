/** How the columns of a table of records come as JSON and are stored: a sha comes as its hexadecimal digits. */
type Columns = Readonly<Record<string, "bigint" | "integer" | "boolean" | "text" | "text[]" | "jsonb" | "sha">>;

export interface RecordTable {
  readonly name: string;
  /** What identifies a row within its repository. */
  readonly key: Columns;
  readonly columns: Columns;
}

export const changeTable: RecordTable = {
  name: "changes",
  key: { pull: "bigint" },
  columns: {
    version: "bigint",
    first_commit_at: "bigint",
    opened_at: "bigint",
    ready_at: "bigint",
    first_review_at: "bigint",
    approved_at: "bigint",
    merged_at: "bigint",
    repairs: "bigint",
    fork: "boolean",
    sha: "sha",
    reverts: "sha",
    base: "text",
    head: "text",
    author: "text",
    labels: "text[]",
    services: "text[]",
  },
};

export const deploymentTable: RecordTable = {
  name: "deployments",
  key: { source: "text", id: "text" },
  columns: {
    version: "bigint",
    started_at: "bigint",
    finished_at: "bigint",
    is_numbered: "boolean",
    sha: "sha",
    environment: "text",
    service: "text",
    status: "text",
    /** Its id in the records. The one of its key is by which GitHub gives it: a release's node, of which a tombstone is made. */
    name: "text",
    changes: "text[]",
  },
};

/** Where an incident was seen: each has ids of its own. */
export type IncidentOrigin = "issue" | "external";

export const incidentTable: RecordTable = {
  name: "incidents",
  key: { origin: "text", id: "text" },
  columns: {
    version: "bigint",
    opened_at: "bigint",
    resolved_at: "bigint",
    is_numbered: "boolean",
    is_deployment_numbered: "boolean",
    deployment: "text",
    source: "text",
    labels: "text[]",
  },
};

export const updateTable: RecordTable = {
  name: "updates",
  key: { number: "bigint" },
  columns: {
    version: "bigint",
    opened_at: "bigint",
    closed_at: "bigint",
    security: "boolean",
    automerge: "boolean",
    bot: "text",
    kind: "text",
    state: "text",
    packages: "jsonb",
  },
};

export const commitTable: RecordTable = {
  name: "commits",
  key: { sha: "sha" },
  columns: { authored_at: "bigint", committed_at: "bigint", parents: "sha" },
};

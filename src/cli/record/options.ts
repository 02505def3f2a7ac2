import type { DeploymentRecord, EventRecord, IncidentRecord } from "../../records/record.ts";
import { usage } from "../help.ts";
import { recordText } from "../text.ts";
import { timeGiven } from "../time-given.ts";
import { parseCommand, UsageError } from "../usage.ts";

/** What `detoil record` was asked for. */
export interface RecordAsked {
  readonly record: Extract<EventRecord, { readonly type: "deployment" | "incident" }>;
  /** null: PUBLIC_URL says where. */
  readonly url: string | null;
}

const text = { type: "string" } as const;
const OPTIONS = {
  ...{ repo: text, id: text, url: text },
  ...{ environment: text, service: text, sha: text, status: text, "started-at": text, "finished-at": text },
  change: { type: "string", multiple: true },
  ...{ "opened-at": text, "resolved-at": text, deployment: text, source: text },
} as const;

type Values = ReturnType<typeof parseCommand<{ readonly args: string[]; readonly options: typeof OPTIONS }>>["values"];
type Option = keyof Values & string;

const OF_DEPLOYMENTS: readonly Option[] = [
  ...(["environment", "service", "sha", "status", "started-at", "finished-at", "change"] as const),
];
const OF_INCIDENTS: readonly Option[] = ["opened-at", "resolved-at", "deployment", "source"];

const REPOSITORY = /^[\w.-]{1,100}\/[\w.-]{1,100}$/;
const DEFAULT_ENVIRONMENT = "production";

/** What is not said, a workflow of GitHub Actions knows from its environment. Throws `UsageError`. */
export function readRecordOptions(argv: string[], env: NodeJS.ProcessEnv, now: Date): RecordAsked {
  const { values, positionals } = parseCommand({ args: argv, options: OPTIONS, allowPositionals: true }, usage.record);
  const [what, ...more] = positionals;
  if ((what !== "deployment" && what !== "incident") || more.length > 0) throw wrong(recordText.which);
  for (const option of what === "deployment" ? OF_INCIDENTS : OF_DEPLOYMENTS)
    if (values[option] !== undefined) throw wrong(recordText.notOf(option, what));
  const repo = values.repo ?? env.GITHUB_REPOSITORY ?? "";
  if (!REPOSITORY.test(repo)) throw wrong(recordText.whichRepository);
  const record = what === "deployment" ? deploymentOf(values, repo, env, now) : incidentOf(values, repo, now);
  return { record, url: values.url ?? null };
}

function deploymentOf(values: Values, repo: string, env: NodeJS.ProcessEnv, now: Date): DeploymentRecord {
  const environment = values.environment ?? DEFAULT_ENVIRONMENT;
  const service = values.service ?? null;
  const id = values.id ?? idOfRun(env, [environment, ...(service === null ? [] : [service])]);
  const status = values.status ?? "success";
  if (id === null) throw wrong(recordText.whichId);
  if (status !== "success" && status !== "failure") throw wrong(recordText.noStatus(status));
  return {
    type: "deployment",
    ...{ repo, id, environment, service, status },
    sha: values.sha ?? env.GITHUB_SHA ?? null,
    startedAt: values["started-at"] === undefined ? null : timeGiven("--started-at", values["started-at"]),
    finishedAt: values["finished-at"] === undefined ? now.getTime() : timeGiven("--finished-at", values["finished-at"]),
    changes: values.change ?? null,
  };
}

/** A run may deploy several times, and each attempt of it again. */
function idOfRun({ GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT = "1" }: NodeJS.ProcessEnv, parts: string[]): string | null {
  return GITHUB_RUN_ID === undefined ? null : [`${GITHUB_RUN_ID}.${GITHUB_RUN_ATTEMPT}`, ...parts].join("/");
}

function incidentOf(values: Values, repo: string, now: Date): IncidentRecord {
  const { id, deployment = null, source = null } = values;
  if (id === undefined) throw wrong(recordText.whichId);
  const [opened, resolved] = [values["opened-at"], values["resolved-at"]];
  // Somebody who resolves one must say when it opened: without that there is no recovery time.
  if (opened === undefined && resolved !== undefined) throw wrong(recordText.noOpening);
  return {
    type: "incident",
    ...{ repo, id, deployment, source },
    openedAt: opened === undefined ? now.getTime() : timeGiven("--opened-at", opened),
    resolvedAt: resolved === undefined ? null : timeGiven("--resolved-at", resolved),
  };
}

function wrong(sentence: string): UsageError {
  return new UsageError(sentence, usage.record);
}

import type { Automation, Repository } from "../../automations/automation.ts";
import { automations } from "../../automations/index.ts";
import { missingPermissions } from "../../automations/missing-permissions.ts";
import { loadConfig } from "../../config/load.ts";
import type { LoadedConfig } from "../../config/loaded.ts";
import { sectionOf } from "../../config/section-of.ts";
import type { GitHub } from "../../github/client.ts";
import { configFiles } from "../../github/config-files.ts";
import { isSelf } from "../../github/is-self.ts";
import { nodesOf } from "../../github/nodes.ts";
import { ownIssues } from "../../github/own-issues.generated.ts";
import { permissionName } from "../../github/permission-name.ts";
import { reportsProblem } from "../../managed/status-issue.ts";
import { type Finding, utc } from "./finding.ts";
import type { Installation } from "./installations.ts";
import { repositoriesText } from "./repositories-text.ts";

export interface ExaminedRepository {
  readonly config: LoadedConfig["config"];
  /** null: it has no sre.yml, which one line says of all such repositories. */
  readonly finding: Finding | null;
}

/** What Detoil does in one repository: which automations are on, what stops them, and what it reports there itself. */
export async function examineRepository(
  github: GitHub,
  repository: Repository,
  installation: Installation,
  now: Date,
): Promise<ExaminedRepository> {
  const loaded = await loadConfig(configFiles(github, repository));
  const { config } = loaded;
  if (loaded.state === "absent") return { config, finding: null };
  const repo = `${repository.owner}/${repository.name}`;
  const on = automations.filter(({ section }) => section !== null && sectionOf(config, section) !== null);
  const isWaiting = (automation: Automation) => missingPermissions(automation, installation.permissions).length > 0;
  const waiting = on.filter(isWaiting).map(({ name, ...automation }) => ({
    name,
    permissions: missingPermissions(automation, installation.permissions).map(({ resource, access }) =>
      permissionName(resource, access),
    ),
  }));
  const names = on.filter((automation) => !isWaiting(automation)).map(({ name }) => name);
  const state = {
    ...{ names, waiting, broken: brokenIn(loaded, now), acceptUrl: installation.htmlUrl },
    issues: await openReports(github, repository, installation),
  };
  return { config, finding: repositoriesText.repository(repo, state) };
}

function brokenIn({ state, problems, config, inForceSince }: LoadedConfig, now: Date): string | null {
  const errors = problems.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (state !== "broken" || first === undefined) return null;
  const place = `${first.file}:${first.line}:${first.column}: ${first.message.en}`;
  const { broken, versionOf, earlierVersion } = repositoriesText;
  const version = inForceSince === null ? earlierVersion : versionOf(utc(inForceSince, now));
  return broken(place, errors.length - 1, config === null ? null : version);
}

/** Detoil's own open issues that report something: what the team has been told already. */
async function openReports(
  github: GitHub,
  { owner, name }: Repository,
  { permissions }: Installation,
): Promise<readonly { readonly number: number; readonly title: string }[]> {
  if (permissions.issues === undefined) return [];
  const { repository } = await github.graphql(ownIssues, {
    ...{ owner, name, filter: { createdBy: github.self.login, milestone: null } },
    ...{ wantsOpen: true, openCursor: null, wantsClosed: false, closedCursor: null },
  });
  return nodesOf(repository?.open ?? null)
    .filter(({ author, body }) => isSelf(author, github.self) && reportsProblem(body))
    .map(({ number, title }) => ({ number, title }));
}

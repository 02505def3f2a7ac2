import type { Repository } from "../../automations/automation.ts";
import { missingPermissions } from "../../automations/missing-permissions.ts";
import { BRANCH_CHECK, RELEASE_CHECK } from "../../automations/required-checks.ts";
import type { Lane } from "../../config/schema.ts";
import { sectionOf } from "../../config/section-of.ts";
import type { App } from "../../github/app.ts";
import type { GitHub } from "../../github/client.ts";
import { orNullIfGone } from "../../github/error-meaning.ts";
import { GitHubError } from "../../github/errors.ts";
import { isKept } from "../../github/kept-branch.ts";
import { mayWrite } from "../../github/may-write.ts";
import { readOrgWish } from "../../github/org-wish.ts";
import { permissionName } from "../../github/permission-name.ts";
import { readNumberedPages } from "../../github/read-pages.ts";
import { A_PAGE } from "../../github-limits.ts";
import type { RegisteredApp } from "./app.ts";
import { doctorHead } from "./doctor-head.generated.ts";
import { examineEnterprise } from "./enterprise.ts";
import type { Finding } from "./finding.ts";
import type { Installation } from "./installations.ts";
import { installationsText } from "./installations-text.ts";
import { repositoriesText } from "./repositories-text.ts";
import { examineRepository } from "./repository.ts";

/** More would take minutes. */
const MOST_REPOSITORIES = 100;
const QUEUES = { permissions: { merge_queues: "read" } } as const;

interface Connection {
  readonly app: App;
  readonly registered: RegisteredApp;
  readonly apiUrl: string;
  /** DETOIL_ONBOARDING. */
  readonly onboarding: boolean;
  /** PUBLIC_URL. */
  readonly publicUrl: string | null;
}

/** What Detoil does in each repository, and what prevents release pull requests there; the server itself, once. */
export async function* examineRepositories(
  { app, registered, apiUrl, onboarding, publicUrl }: Connection,
  served: readonly Installation[],
  now: Date,
): AsyncGenerator<Finding> {
  let left = MOST_REPOSITORIES;
  let isServerKnown = false;
  for (const installation of served) {
    try {
      const github = await app.installation(installation.id);
      if (!isServerKnown) yield* await examineEnterprise(github, apiUrl);
      isServerKnown = true;
      const { repositories, total } = await repositoriesOf(github, left);
      left -= repositories.length;
      const off: string[] = [];
      for (const repository of repositories) {
        const { config, finding } = await examineRepository(github, repository, installation, now);
        if (finding === null) off.push(`${repository.owner}/${repository.name}`);
        else yield finding;
        const lanes = sectionOf(config, "release")?.lanes ?? [];
        yield* await examineLanes(github, repository, lanes, installation, registered);
        yield* await examineRules(github, repository, sectionOf(config, "branches") ?? []);
        const isPosted = sectionOf(config, "four-keys")?.deployments.external !== undefined;
        if (isPosted && publicUrl === null)
          yield repositoriesText.noPublicUrl(`${repository.owner}/${repository.name}`);
      }
      if (off.length > 0) yield repositoriesText.off(off);
      if (off.length > 0 && onboarding) {
        const wish = await readOrgWish(github, { owner: installation.account, name: off[0] ?? "" });
        if (!wish.onboarding) yield repositoriesText.notOffered(installation.account);
      }
      const unseen = total - repositories.length;
      if (unseen > 0) yield installationsText.unseen(unseen, installation.account);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      yield installationsText.unreadable(installation.account, error.message);
    }
  }
}

async function repositoriesOf(
  github: GitHub,
  most: number,
): Promise<{ readonly repositories: readonly Repository[]; readonly total: number }> {
  const repositories: Repository[] = [];
  // Old organizations have pages of archived ones before the first that is alive.
  let [total, archived] = [0, 0];
  const read = async (page: number) => {
    const { data } = await github.rest("GET /installation/repositories", { per_page: A_PAGE, page });
    total = data.total_count;
    return data.repositories;
  };
  for await (const page of readNumberedPages(read)) {
    const alive = page.filter((one) => !one.archived);
    archived += page.length - alive.length;
    repositories.push(...alive.map(({ id, owner, name }) => ({ id, owner: owner.login, name })));
    if (repositories.length >= most) break;
  }
  return { repositories: repositories.slice(0, most), total: total - archived };
}

async function examineLanes(
  github: GitHub,
  repository: Repository,
  lanes: readonly Lane[],
  installation: Installation,
  registered: RegisteredApp,
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  const readsQueues = missingPermissions(QUEUES, installation.permissions).length === 0;
  for (const base of new Set(lanes.map(({ to }) => to))) {
    const guards = await guardsOf(github, repository, base);
    if (guards === null) continue;
    if (guards.hasQueue && !readsQueues) found.push(withoutPermission(repository, base, installation, registered));
    if (!guards.required.includes(RELEASE_CHECK)) {
      found.push(repositoriesText.notRequired(`${repository.owner}/${repository.name}`, RELEASE_CHECK, base));
    }
  }
  for (const lane of lanes) found.push(...(await strangersIn(github, repository, lane)));
  for (const head of new Set(lanes.map(({ from }) => from))) {
    if (await isDeletedAtMerge(github, repository, head)) {
      found.push(repositoriesText.deletesHead(`${repository.owner}/${repository.name}`, head));
    }
  }
  return found;
}

/** Whether GitHub deletes a lane's head once a release is merged. */
async function isDeletedAtMerge(github: GitHub, { owner, name }: Repository, head: string): Promise<boolean> {
  const { repository } = await github.graphql(doctorHead, { owner, name, headRef: `refs/heads/${head}` });
  const ref = repository?.ref ?? null;
  if (repository?.deleteBranchOnMerge !== true || ref === null) return false;
  return repository.defaultBranchRef?.name !== head && !isKept(ref);
}

/** Whether the guard of each base that sre.yml names can be ignored. Patterns are of branches that come and go. */
async function examineRules(
  github: GitHub,
  repository: Repository,
  rules: readonly { readonly into: string }[],
): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const base of new Set(rules.map(({ into }) => into).filter((into) => !into.includes("*")))) {
    const guards = await guardsOf(github, repository, base);
    if (guards === null || guards.required.includes(BRANCH_CHECK)) continue;
    found.push(repositoriesText.guardNotRequired(`${repository.owner}/${repository.name}`, BRANCH_CHECK, base));
  }
  return found;
}

interface Guards {
  readonly hasQueue: boolean;
  /** The checks that a merge needs. */
  readonly required: readonly string[];
}

/**
 * By the rules of the branch, which everybody may read who sees the repository, and by what its classic protection requires,
 * which comes with the branch. null: there is no such branch.
 */
async function guardsOf(github: GitHub, { owner, name: repo }: Repository, branch: string): Promise<Guards | null> {
  const place = { owner, repo, branch };
  const found = await orNullIfGone(github.rest("GET /repos/{owner}/{repo}/branches/{branch}", place));
  if (found === null) return null;
  const { data: rules } = await github.rest("GET /repos/{owner}/{repo}/rules/branches/{branch}", place);
  const byRules = rules.flatMap((rule) =>
    rule.type === "required_status_checks" ? (rule.parameters?.required_status_checks ?? []) : [],
  );
  const classic = found.data.protection.required_status_checks?.contexts ?? [];
  return {
    hasQueue: rules.some(({ type }) => String(type) === "merge_queue"),
    required: [...byRules.map(({ context }) => context), ...classic],
  };
}

function withoutPermission(
  { owner, name }: Repository,
  base: string,
  { account, htmlUrl }: Installation,
  { permissions, settingsUrl }: RegisteredApp,
): Finding {
  const permission = permissionName("merge_queues", "read");
  const appSettings = permissions.merge_queues === undefined ? settingsUrl : null;
  return installationsText.queueWithout(`${owner}/${name}`, base, permission, { account, htmlUrl, appSettings });
}

/** An open pull request between a lane's branches is used only if its author may write; GitHub refuses a second one. */
async function strangersIn(github: GitHub, repository: Repository, { from, to }: Lane): Promise<readonly Finding[]> {
  const { owner, name } = repository;
  const { data } = await github.rest("GET /repos/{owner}/{repo}/pulls", {
    owner,
    repo: name,
    state: "open",
    head: `${owner}:${from}`,
    base: to,
  });
  const found: Finding[] = [];
  for (const pull of data) {
    const { user } = pull;
    if (pull.head.repo?.id !== repository.id || user?.type === "Bot") continue;
    if (user !== null && (await mayWrite(github, repository, user.login))) continue;
    found.push(installationsText.outsider(`${owner}/${name}#${pull.number}`, from, to, user?.login ?? null));
  }
  return found;
}

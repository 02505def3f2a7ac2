import type { SectionName } from "./every.ts";

export type Tool = "git-pr-release" | "release-drafter" | "Renovate" | "Dependabot";

/** What a key of another tool is here: paths of settings, most fitting first; none: Detoil has nothing like it. */
export interface KeyOfTool {
  readonly tool: Tool;
  readonly here: readonly string[];
}

const NONE: readonly string[] = [];

const of = (tool: Tool, here: readonly string[], ...keys: readonly string[]): [string, KeyOfTool][] =>
  keys.map((key) => [key, { tool, here }]);

const inLane = (...keys: readonly string[]) => keys.map((key) => `release.lanes[].${key}`);

/** By the section that does the same work: in other ones these are ordinary words. */
const KEYS: Readonly<Partial<Record<SectionName, ReadonlyMap<string, KeyOfTool>>>> = {
  release: new Map([
    ...of("git-pr-release", inLane("from", "to"), "branch"),
    ...of("git-pr-release", inLane("from"), "staging", "branch.staging", "branch-staging"),
    ...of("git-pr-release", inLane("to"), "production", "branch.production", "branch-production"),
    ...of("git-pr-release", inLane("assign"), "assign-pr-author"),
    ...of("git-pr-release", inLane("request-review"), "request-pr-author-review"),
    ...of("git-pr-release", NONE, "token", "ssl-verify", "squashed", "overwrite-description"),
    ...of("release-drafter", inLane("title", "intro"), "template"),
    ...of("release-drafter", inLane("title"), "name-template"),
    ...of("release-drafter", inLane("intro"), "header", "footer", "no-changes-template"),
    ...of("release-drafter", inLane("tag"), "tag-template", "tag-prefix"),
    ...of("release-drafter", inLane("version"), "version-resolver", "version-template"),
    ...of("release-drafter", inLane("from"), "commitish", "filter-by-commitish", "references"),
    ...of("release-drafter", NONE, "categories", "category-template", "change-template", "change-title-escapes"),
    ...of("release-drafter", NONE, "include-labels", "exclude-contributors", "no-contributors-template", "replacers"),
    ...of("release-drafter", NONE, "autolabeler", "prerelease", "prerelease-identifier", "include-pre-releases"),
    ...of("release-drafter", NONE, "latest", "sort-by", "sort-direction", "include-paths", "exclude-paths"),
  ]),
  renovate: new Map([
    ...of("Renovate", ["renovate.cadence"], "schedule"),
    ...of("Renovate", ["renovate.security"], "vulnerabilityAlerts", "osvVulnerabilityAlerts"),
    ...of("Renovate", ["renovate.owners"], "assignees", "reviewers", "assigneesFromCodeOwners"),
    ...of("Renovate", NONE, "packageRules", "enabledManagers", "customManagers", "regexManagers", "hostRules"),
    ...of("Renovate", NONE, "automerge", "platformAutomerge", "rangeStrategy", "rebaseWhen", "prCreation"),
    ...of("Renovate", NONE, "prConcurrentLimit", "prHourlyLimit", "branchConcurrentLimit", "commitHourlyLimit"),
    ...of("Renovate", NONE, "minimumReleaseAge", "stabilityDays", "dependencyDashboard", "lockFileMaintenance"),
    ...of("Renovate", NONE, "ignoreDeps", "ignorePaths", "includePaths", "baseBranches", "baseBranchPatterns"),
    ...of("Renovate", NONE, "semanticCommits", "branchPrefix", "commitMessagePrefix", "postUpdateOptions"),
    ...of("Dependabot", ["renovate.cadence"], "interval"),
    ...of("Dependabot", NONE, "updates", "package-ecosystem", "directory", "directories", "registries", "cooldown"),
    ...of("Dependabot", NONE, "open-pull-requests-limit", "target-branch", "versioning-strategy", "commit-message"),
    ...of("Dependabot", NONE, "rebase-strategy", "enable-beta-ecosystems", "multi-ecosystem-groups", "groups"),
    ...of("Dependabot", NONE, "ignore", "allow", "insecure-external-code-execution", "pull-request-branch-name"),
  ]),
};

/** `GIT_PR_RELEASE_BRANCH_STAGING` and `pr-release.branch.staging` say what `branch.staging` says. */
const spelling = (key: string): string =>
  /^GIT_PR_RELEASE_/i.test(key)
    ? key.slice("GIT_PR_RELEASE_".length).toLowerCase().replaceAll("_", "-")
    : key.replace(/^pr-release\./, "");

/** What another tool means by a key; `section`: where it stands, null at the top of the file. */
export function keyOfTool(key: string, section: string | null): KeyOfTool | null {
  const name = spelling(key);
  for (const [of, keys] of Object.entries(KEYS)) {
    const found = section === null || section === of ? keys.get(name) : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

/** For the test that every path exists. */
export const keysOfTools: readonly (readonly [section: string, key: string, KeyOfTool])[] = Object.entries(
  KEYS,
).flatMap(([section, keys]) => [...keys].map(([key, known]) => [section, key, known] as const));

import { shownText } from "../../config/text/quote.ts";
import { fix, listed, ok } from "./finding.ts";

interface State {
  readonly names: readonly string[];
  readonly waiting: readonly { readonly name: string; readonly permissions: readonly string[] }[];
  readonly broken: string | null;
  readonly issues: readonly { readonly number: number; readonly title: string }[];
  /** Where an owner accepts what is waited for. */
  readonly acceptUrl: string;
}

/** What `detoil doctor` says about each repository. */
export const repositoriesText = {
  /** Of a repository with a sre.yml. */
  repository: (repo: string, { names, waiting, broken, issues, acceptUrl }: State) => {
    const on = names.length === 0 ? "nothing is on" : `${listed(names)} ${names.length === 1 ? "is" : "are"} on`;
    const parts = [
      broken ?? on,
      ...(broken === null || names.length === 0 ? [] : [on]),
      ...waiting.map(({ name, permissions }) => `${name} waits for ${listed(permissions)}: accept it at ${acceptUrl}`),
      ...(issues.length === 0
        ? []
        : [`open: ${listed(issues.map((one) => `#${one.number} “${shownText(one.title)}”`))}`]),
    ];
    const isFine = broken === null && waiting.length === 0 && issues.length === 0;
    return (isFine ? ok : fix)(`${repo}: ${parts.join("; ")}.`);
  },
  /** `inForce`: which earlier version is; null: none. */
  broken: (first: string, more: number, inForce: string | null) =>
    `${first.replace(/\.$/, "")}${more === 0 ? "" : ` (and ${more} more)`}; ${inForce === null ? "nothing is" : `${inForce} is`} in force until that is fixed`,
  versionOf: (moment: string) => `the version of ${moment}`,
  earlierVersion: "an earlier version",
  off: (repos: readonly string[]) => {
    const named = repos.length > 10 ? [...repos.slice(0, 9), `${repos.length - 9} more`] : repos;
    return ok(`No sre.yml, so Detoil does nothing in ${listed(named)}.`);
  },
  deletesHead: (repo: string, head: string) =>
    fix(
      `${repo}: merging a release deletes ${head}, because "Automatically delete head branches" is on. Switch it off in the settings, or restrict deletions of ${head} in a ruleset.`,
    ),
  /** PUBLIC_URL, where deployments are posted. */
  noPublicUrl: (repo: string) =>
    ok(
      `${repo}: pipelines record its deployments with a token of \`detoil token add\`. Set PUBLIC_URL, and workflows of GitHub Actions can without one.`,
    ),
  /** About those. */
  notOffered: (account: string) =>
    ok(
      `No repository of ${account} is offered a first sre.yml: its .github/sre.yml says \`org: {onboarding: false}\`. \`/sre setup\` still answers.`,
    ),
  guardNotRequired: (repo: string, check: string, branch: string) =>
    ok(
      `${repo}: nobody requires the check "${check}" on ${branch} yet: a guard that may be ignored. Require it in the branch's rules.`,
    ),
  notRequired: (repo: string, check: string, branch: string) =>
    ok(
      `${repo}: no rule of ${branch} requires the check "${check}", so it stops nobody there. Require it in the branch's rules to make it a guard.`,
    ),
};

import { z } from "zod";
import { type Acting, tell } from "../../../actions/acting.ts";
import { accountOf, ensureUser } from "../../../actions/people.ts";
import { Refused } from "../../../refused.ts";
import type { SimRepo } from "../../../state.ts";
import { action } from "./action.ts";

/** A repository under a new name; the old one redirects. */
function rename(acting: Acting, repo: SimRepo, name: string): void {
  const { repos } = acting.state;
  if (repos.has(name)) throw new Refused(422, `The repository ${name} already exists.`);
  const former = repo.name;
  repos.delete(former);
  repo.formerNames = [...repo.formerNames.filter((one) => one !== name), former];
  repo.name = name;
  repos.set(name, repo);
  for (const pull of repo.pulls.values()) if (pull.head_repo === former) pull.head_repo = name;
  const transfers = [...acting.state.repos.values()].flatMap((one) =>
    [...one.issues.values()].flatMap(({ transferred_to }) => transferred_to ?? []),
  );
  const items = acting.state.projects.flatMap((project) => project.items);
  for (const one of [...transfers, ...items]) if (one.repo === former) one.repo = name;
}

/** What people do in a repository's settings. */
export const settingsActions = {
  "rename-repo": action(z.strictObject({ name: z.string().regex(/^[\w.-]+$/) }), (acting, repo, { name }) => {
    const [owner, before] = repo.name.split("/");
    rename(acting, repo, `${owner}/${name}`);
    tell(acting, repo, "repository", "renamed", { changes: { repository: { name: { from: before } } } });
    return { repo: repo.name };
  }),
  "transfer-repo": action(z.strictObject({ owner: z.string().min(1) }), (acting, repo, { owner }) => {
    const [before = "", name] = repo.name.split("/");
    const from = accountOf(acting.state, before);
    const account = ensureUser(acting.state, owner, from?.type ?? "Organization");
    rename(acting, repo, `${account.login}/${name}`);
    const kind = from?.type === "User" ? "user" : "organization";
    const changes = { owner: { from: { [kind]: { login: before, id: from?.id ?? 0 } } } };
    tell(acting, repo, "repository", "transferred", { changes });
    return { repo: repo.name };
  }),
  archive: action(z.strictObject({}), (acting, repo) => {
    repo.archived = true;
    tell(acting, repo, "repository", "archived", {});
    return { repo: repo.name };
  }),
  unarchive: action(z.strictObject({}), (acting, repo) => {
    repo.archived = false;
    tell(acting, repo, "repository", "unarchived", {});
    return { repo: repo.name };
  }),
  "set-default-branch": action(z.strictObject({ branch: z.string() }), (acting, repo, { branch }) => {
    if (!repo.branches.has(branch)) throw new Refused(422, `${repo.name} has no branch "${branch}".`);
    const changes = { default_branch: { from: repo.default_branch } };
    repo.default_branch = branch;
    tell(acting, repo, "repository", "edited", { changes });
    return { repo: repo.name };
  }),
};

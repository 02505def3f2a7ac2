import { z } from "zod";
import { tell } from "../../../actions/acting.ts";
import { accountOf, ensureUser } from "../../../actions/people.ts";
import { renameRepository } from "../../../actions/rename-repository.ts";
import { Refused } from "../../../refused.ts";
import { branchRuleShape, readBranchRule } from "../../../world/branch-rules.ts";
import { action } from "./action.ts";

/** What people do in a repository's settings. */
export const settingsActions = {
  "rename-repo": action(z.strictObject({ name: z.string().regex(/^[\w.-]+$/) }), (acting, repo, { name }) => {
    const [owner, before] = repo.name.split("/");
    renameRepository(acting.state, repo, `${owner}/${name}`);
    tell(acting, repo, "repository", "renamed", { changes: { repository: { name: { from: before } } } });
    return { repo: repo.name };
  }),
  "transfer-repo": action(z.strictObject({ owner: z.string().min(1) }), (acting, repo, { owner }) => {
    const [before = "", name] = repo.name.split("/");
    const from = accountOf(acting.state, before);
    const account = ensureUser(acting.state, owner, from?.type ?? "Organization");
    renameRepository(acting.state, repo, `${account.login}/${name}`);
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
  "delete-branches-on-merge": action(z.strictObject({ on: z.boolean() }), (_acting, repo, { on }) => {
    repo.delete_branch_on_merge = on; // GitHub sends no webhook for it
    return { repo: repo.name };
  }),
  "set-branch-rules": action(z.strictObject({ rules: z.array(branchRuleShape) }), (_acting, repo, { rules }) => {
    repo.branch_rules = rules.map(readBranchRule);
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

import type { SimIssueBase, SimRepo } from "../state.ts";
import { type Acting, numbered, tell } from "./acting.ts";
import { accountOf, isAssignable, sameLogin } from "./people.ts";

/** GitHub takes no more assignees than this on one issue. */
const MOST_ASSIGNEES = 10;

/** Assigns people; who cannot be assigned is left out without a word, as GitHub does. */
export function assign(acting: Acting, repo: SimRepo, number: number, logins: readonly string[]): SimIssueBase {
  const { item, event } = numbered(repo, number);
  for (const login of logins) {
    const account = accountOf(acting.state, login);
    if (account === undefined || !isAssignable(acting.state, repo, login, item)) continue;
    if (item.assignees.includes(account.login) || item.assignees.length >= MOST_ASSIGNEES) continue;
    item.assignees.push(account.login);
    item.updated_at = acting.state.now;
    tell(acting, repo, event, "assigned", { number, assignee: account.login });
  }
  return item;
}

/** Takes people off; who is not assigned is no matter. */
export function unassign(acting: Acting, repo: SimRepo, number: number, logins: readonly string[]): SimIssueBase {
  const { item, event } = numbered(repo, number);
  for (const login of [...item.assignees]) {
    if (!logins.some((one) => sameLogin(one, login))) continue;
    item.assignees = item.assignees.filter((one) => one !== login);
    item.updated_at = acting.state.now;
    tell(acting, repo, event, "unassigned", { number, assignee: login });
  }
  return item;
}

/** Exactly these people from now on. */
export function setAssignees(acting: Acting, repo: SimRepo, number: number, logins: readonly string[]): SimIssueBase {
  const { item } = numbered(repo, number);
  const surplus = item.assignees.filter((login) => !logins.some((one) => sameLogin(one, login)));
  unassign(acting, repo, number, surplus);
  return assign(acting, repo, number, logins);
}

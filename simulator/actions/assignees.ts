import { Refused } from "../refused.ts";
import type { SimIssueBase, SimRepo, SimState } from "../state.ts";
import { type Acting, numbered, tell } from "./acting.ts";
import { accountOf, isAssignable, sameLogin } from "./people.ts";

/** GitHub's limit of assignees on one issue. */
const MOST_ASSIGNEES = 10;

/** Assigns people; people who cannot be assigned are silently left out, as on GitHub. */
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

/**
 * Refuses (422) people who cannot be assigned, as creating and changing an issue do, where `POST …/assignees` drops them
 * silently. github.com names them in a list with a sentence (harvester/harvester#10448, April 2026), a GHES the first one alone
 * (JasonEtco/create-an-issue#41, trstringer/manual-approval#93).
 */
export function checkAssignees(
  state: SimState,
  repo: SimRepo,
  logins: readonly string[],
  item: SimIssueBase | null,
): void {
  const refused = logins.filter((login) => !isAssignable(state, repo, login, item));
  const [first] = refused;
  if (first === undefined) return;
  const detail = { resource: "Issue", field: "assignees", code: "invalid" };
  const message = `assignees ${refused.join(", ")} cannot be assigned to this issue`;
  throw new Refused(422, "Validation Failed", [
    state.ghes === null ? { message, value: refused, ...detail } : { value: first, ...detail },
  ]);
}

/** Unassigns people; people who are not assigned are ignored. */
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

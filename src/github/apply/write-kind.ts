import type { Action } from "../actions.ts";

/** How GitHub's limits count a write, and who waits for it. */
export interface WriteKind {
  /** It creates content, which GitHub limits: whatever notifies people. */
  readonly creation: boolean;
  /** One of many creations that can wait. */
  readonly bulk: boolean;
  /** It answers a person's command and is not throttled. */
  readonly answers: boolean;
}

export function kindOf(action: Action): WriteKind {
  const answers = action.answers === true;
  switch (action.action) {
    case "create-issue":
    case "create-comment":
      return { creation: true, bulk: action.bulk === true, answers };
    case "create-pull-request":
    case "request-reviewers":
      return { creation: true, bulk: false, answers };
    default:
      return { creation: false, bulk: false, answers };
  }
}

/** GitHub would accept it twice, and people would read it twice. It refuses a second pull request, milestone or link itself. */
export function mustNotBeDoubled(action: Action): boolean {
  return action.action === "create-issue" || action.action === "create-comment";
}

import type { GitHub } from "../../../github/client.ts";
import { meaningOf } from "../../../github/error-meaning.ts";
import { mayWrite } from "../../../github/may-write.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Person } from "../person.ts";

/** The people whose actions count: each is checked once, and only where the answer matters. */
export interface Authority {
  mayWrite(person: Person): Promise<boolean>;
  /** People whose permission this token may not read (that takes push access): their actions count. */
  readonly unchecked: readonly string[];
}

/** Asks GitHub. Never about bots: GitHub answers 404 or `none` for them (claude-code-action#1018, kodiak#231). */
export function authorityOf(github: GitHub, context: ReconcileContext): Authority {
  const answers = new Map<string, Promise<boolean>>();
  const unchecked: string[] = [];
  async function ask(login: string): Promise<boolean> {
    try {
      return await mayWrite(github, context.repository, login);
    } catch (error) {
      const { is } = meaningOf(error);
      if (is !== "not permitted" && is !== "not authenticated") throw error;
      unchecked.push(login);
      return true;
    }
  }
  return {
    mayWrite({ login }) {
      const answer = answers.get(login) ?? ask(login);
      answers.set(login, answer);
      return answer;
    },
    unchecked,
  };
}

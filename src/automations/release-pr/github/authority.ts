import type { GitHub } from "../../../github/client.ts";
import { Forbidden } from "../../../github/errors.ts";
import { mayWrite } from "../../../github/may-write.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { Person } from "../facts.ts";

/** Whose acts count: each person is asked for once, and only where something hangs on it. */
export interface Authority {
  mayWrite(person: Person): Promise<boolean>;
  /** People whom this token may not ask for (it takes push access): what they did counts. */
  readonly unasked: readonly string[];
}

/** Asks GitHub. Never about bots: GitHub answers 404 or `none` for them (claude-code-action#1018, kodiak#231). */
export function authorityOf(github: GitHub, context: ReconcileContext): Authority {
  const answers = new Map<string, Promise<boolean>>();
  const unasked: string[] = [];
  async function ask(login: string): Promise<boolean> {
    try {
      return await mayWrite(github, context.repository, login);
    } catch (error) {
      if (!(error instanceof Forbidden)) throw error;
      unasked.push(login);
      return true;
    }
  }
  return {
    mayWrite({ login }) {
      const answer = answers.get(login) ?? ask(login);
      answers.set(login, answer);
      return answer;
    },
    unasked,
  };
}

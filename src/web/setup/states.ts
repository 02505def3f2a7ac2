import { randomBytes } from "node:crypto";

/** As long as GitHub's own code lives. */
const LIFE_MS = 60 * 60 * 1000;
const MOST = 20;

/** The `state` of setups that were started here: a response with any other `state` is forged (CSRF). */
export class States {
  readonly #begun = new Map<string, number>();

  begin(): string {
    const state = randomBytes(24).toString("base64url");
    this.#begun.set(state, Date.now());
    for (const oldest of [...this.#begun.keys()].slice(0, -MOST)) this.#begun.delete(oldest);
    return state;
  }

  /** Whether it was started here and not used yet; it then counts as used. */
  take(state: string): boolean {
    const at = this.#begun.get(state);
    this.#begun.delete(state);
    return at !== undefined && Date.now() - at < LIFE_MS;
  }

  /** GitHub did not answer: the same link may be tried again. */
  giveBack(state: string): void {
    this.#begun.set(state, Date.now());
  }
}

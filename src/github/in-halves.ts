import { TooCostly } from "./errors.ts";

/** Answers to many questions of one query: where GitHub finds it too expensive, to one half of them and then to the other. */
export async function inHalves<Asked, Answer>(
  asked: readonly Asked[],
  ask: (some: readonly Asked[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  try {
    return [...(await ask(asked))];
  } catch (error) {
    if (!(error instanceof TooCostly) || asked.length < 2) throw error;
    const middle = Math.ceil(asked.length / 2);
    return [...(await inHalves(asked.slice(0, middle), ask)), ...(await inHalves(asked.slice(middle), ask))];
  }
}

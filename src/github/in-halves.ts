import { meaningOf } from "./error-meaning.ts";

/** Asks many questions in one query; if GitHub finds it too expensive, asks one half and then the other. */
export async function inHalves<Asked, Answer>(
  asked: readonly Asked[],
  ask: (some: readonly Asked[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  try {
    return [...(await ask(asked))];
  } catch (error) {
    if (meaningOf(error).is !== "too costly" || asked.length < 2) throw error;
    const middle = Math.ceil(asked.length / 2);
    return [...(await inHalves(asked.slice(0, middle), ask)), ...(await inHalves(asked.slice(middle), ask))];
  }
}

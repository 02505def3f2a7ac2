import type { SimRepo } from "../state.ts";

/** A fork that the world only names: the parent's data under the fork's name, with its own id and no branches. */
export function namedFork(parent: SimRepo, name: string): SimRepo {
  const id = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_000_007, 7);
  return { ...parent, id, name, fork: true, branches: new Map() };
}

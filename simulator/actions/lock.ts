import type { SimRepo } from "../state.ts";
import { type Acting, numbered, tell } from "./acting.ts";

/** Locks the conversation of an issue or pull request, or unlocks it. */
export function setLocked(acting: Acting, repo: SimRepo, number: number, locked: boolean): void {
  const { item, event } = numbered(repo, number);
  if (item.locked === locked) return;
  item.locked = locked;
  tell(acting, repo, event, locked ? "locked" : "unlocked", { number });
}

import type { Action } from "../../../github/actions.ts";
import type { Closing } from "../facts.ts";
import type { MovedTo } from "../task/state.ts";

/** Writes and metadata about the end of a milestone. */
export interface ClosingPlan {
  /** What the parent's marker must store. */
  readonly closing: Closing | null;
  /**
   * Before the write of the parent's marker: if killed in between, the next reconciliation finds what was done and does
   * the rest.
   */
  readonly beforeParent: readonly Action[];
  readonly afterParent: readonly Action[];
  /** What must exist before the parent may store this. */
  readonly needs: readonly { readonly ref: string }[];
  /** What goes where. */
  readonly moved: { readonly to: MovedTo; readonly numbers: readonly number[] } | null;
  /** The parent's text about it; null: none. */
  readonly parentText: string | null;
}

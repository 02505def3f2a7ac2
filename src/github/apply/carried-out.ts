import { channel } from "node:diagnostics_channel";
import type { Action } from "../actions.ts";
import type { RepoRef } from "./applying.ts";
import type { Given } from "./registry.ts";

/** A write that GitHub has accepted: what was asked for and why, and what came of it. */
export interface CarriedOut {
  readonly repo: RepoRef;
  readonly action: Action;
  readonly given: Given;
}

/** Each `CarriedOut`, for whoever in this process tells what was written and why. */
export const carriedOut = channel("detoil:carried-out");

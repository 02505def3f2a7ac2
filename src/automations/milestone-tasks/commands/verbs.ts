import { assign } from "./assign.ts";
import { done } from "./done.ts";
import { snooze } from "./snooze.ts";
import { take } from "./take.ts";
import type { TaskVerb } from "./verb.ts";

/** The commands of a task, in the order of help. */
export const VERBS: readonly TaskVerb[] = [snooze, done, take, assign];

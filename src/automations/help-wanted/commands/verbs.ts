import { assign } from "./assign.ts";
import { away } from "./away.ts";
import { done } from "./done.ts";
import { pass, reroll } from "./pass.ts";
import { snooze } from "./snooze.ts";
import { swap } from "./swap.ts";
import { take } from "./take.ts";
import type { RequestVerb } from "./verb.ts";

/** The commands of a request, in the order of help. */
export const VERBS: readonly RequestVerb[] = [take, pass, snooze, done, assign, reroll, swap, away];

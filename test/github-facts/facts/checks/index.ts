import type { Fact } from "../../fact.ts";
import { mergeQueues } from "./merge-queues.ts";
import { runs } from "./runs.ts";
import { suites } from "./suites.ts";

/** Check runs, their suites, and what a merge queue makes of them. */
export const checks: readonly Fact[] = [...runs, ...suites, ...mergeQueues];

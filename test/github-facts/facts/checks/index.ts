import type { Fact } from "../../fact.ts";
import { mergeQueues } from "./merge-queues.ts";
import { runs } from "./runs.ts";
import { suites } from "./suites.ts";

/** Check runs, their suites, and merge queues. */
export const checks: readonly Fact[] = [...runs, ...suites, ...mergeQueues];

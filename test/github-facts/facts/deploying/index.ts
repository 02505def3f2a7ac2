import type { Fact } from "../../fact.ts";
import { changes } from "./changes.ts";
import { deployments } from "./deployments.ts";
import { releases } from "./releases.ts";
import { runs } from "./runs.ts";

/** What is deployed, when, and when it was written and reviewed. */
export const deploying: readonly Fact[] = [...deployments, ...releases, ...runs, ...changes];

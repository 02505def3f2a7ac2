import type { Fact } from "../../fact.ts";
import { overGraphql } from "./over-graphql.ts";
import { readable } from "./reads.ts";
import { rest } from "./rest.ts";

/** Lists, their filters and pages. */
export const lists: readonly Fact[] = [...rest, ...overGraphql, ...readable];

import type { Fact } from "../../fact.ts";
import { access } from "./access.ts";
import { items } from "./items.ts";
import { overGraphql } from "./over-graphql.ts";

/** Projects of organizations, in which tasks are shown. */
export const projects: readonly Fact[] = [...items, ...overGraphql, ...access];

import type { Fact } from "../../fact.ts";
import { branchRules } from "./branch-rules.ts";
import { branches } from "./branches.ts";
import { comparing } from "./comparing.ts";
import { files } from "./files.ts";
import { following } from "./following.ts";
import { merging } from "./merging.ts";
import { overGraphql } from "./over-graphql.ts";

/** Commits, branches, files, and pull requests when branches move. */
export const git: readonly Fact[] = [
  ...comparing,
  ...merging,
  ...following,
  ...branches,
  ...branchRules,
  ...files,
  ...overGraphql,
];

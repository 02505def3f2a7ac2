import type { Fact } from "../../fact.ts";
import { assignees } from "./assignees.ts";
import { labels } from "./labels.ts";
import { pulls } from "./pulls.ts";
import { relations } from "./relations.ts";
import { repositories } from "./repositories.ts";
import { requests } from "./requests.ts";
import { texts } from "./texts.ts";

/** What GitHub refuses, and its words. */
export const refusals: readonly Fact[] = [
  ...assignees,
  ...texts,
  ...labels,
  ...relations,
  ...pulls,
  ...requests,
  ...repositories,
];

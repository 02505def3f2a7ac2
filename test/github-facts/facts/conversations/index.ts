import type { Fact } from "../../fact.ts";
import { comments } from "./comments.ts";
import { edits } from "./edits.ts";
import { gone } from "./gone.ts";
import { issues } from "./issues.ts";
import { milestones } from "./milestones.ts";
import { pulls } from "./pulls.ts";
import { relations } from "./relations.ts";

/** Issues, pull requests and comments, and what people said in them. */
export const conversations: readonly Fact[] = [
  ...issues,
  ...pulls,
  ...edits,
  ...comments,
  ...milestones,
  ...relations,
  ...gone,
];

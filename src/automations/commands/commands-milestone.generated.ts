// Made from commands-milestone.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../github/client.ts";

export type commandsMilestoneVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
};

export type commandsMilestoneResult = {
  readonly repository: {
    readonly milestone: {
      readonly title: string;
      readonly state: "CLOSED" | "OPEN";
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const commandsMilestone: Document<commandsMilestoneVariables, commandsMilestoneResult> = {
  name: "commandsMilestone",
  text: "query commandsMilestone($owner: String!, $name: String!, $number: Int!) {\n  repository(owner: $owner, name: $name) {\n    milestone(number: $number) {\n      title\n      state\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["repository.milestone"],
};

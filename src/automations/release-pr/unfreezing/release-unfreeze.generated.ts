// Made from release-unfreeze.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type releaseUnfreezeVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
};

export type releaseUnfreezeResult = {
  readonly repository: {
    readonly pullRequest: {
      readonly state: "CLOSED" | "MERGED" | "OPEN";
      readonly body: string;
      readonly baseRefName: string;
      readonly headRefName: string;
      readonly isCrossRepository: boolean;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const releaseUnfreeze: Document<releaseUnfreezeVariables, releaseUnfreezeResult> = {
  name: "releaseUnfreeze",
  text: "query releaseUnfreeze($owner: String!, $name: String!, $number: Int!) {\n  repository(owner: $owner, name: $name) {\n    pullRequest(number: $number) {\n      state\n      body\n      baseRefName\n      headRefName\n      isCrossRepository\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
  missing: ["repository.pullRequest"],
};

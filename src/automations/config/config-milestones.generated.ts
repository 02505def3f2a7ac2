// Made from config-milestones.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../github/client.ts";

export type configMilestonesVariables = {
  readonly owner: string;
  readonly name: string;
  readonly cursor?: string | null;
};

export type configMilestonesResult = {
  readonly repository: {
    readonly milestones: {
      readonly pageInfo: {
        readonly hasNextPage: boolean;
        readonly endCursor: string | null;
      };
      readonly nodes: readonly ({
        readonly title: string;
        readonly dueOn: string | null;
      } | null)[] | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const configMilestones: Document<configMilestonesVariables, configMilestonesResult> = {
  name: "configMilestones",
  text: "query configMilestones($owner: String!, $name: String!, $cursor: String) {\n  repository(owner: $owner, name: $name) {\n    milestones(states: [OPEN], first: 100, after: $cursor) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        title\n        dueOn\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}",
};

// Made from milestone-items.graphql by `npm run generate`. Do not edit.
import type { Document, Unknown } from "../../../github/client.ts";

export type milestoneItemsVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
  readonly cursor?: string | null;
  readonly status: string;
  readonly due: string;
};

export type milestoneItemsResult = {
  readonly repository: {
    readonly issue: {
      readonly projectItems: {
        readonly pageInfo: {
          readonly hasNextPage: boolean;
          readonly endCursor: string | null;
        };
        readonly nodes: readonly ({
          readonly fullDatabaseId: string | null;
          readonly project: {
            readonly number: number;
            readonly owner: {

            } | {
              readonly login: string;
            };
          };
          readonly status: {

          } | {
            readonly name: string | null;
          } | null;
          readonly due: {
            readonly date: string | null;
          } | {

          } | null;
        } | Unknown | null)[] | null;
      };
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const milestoneItems: Document<milestoneItemsVariables, milestoneItemsResult> = {
  name: "milestoneItems",
  text: "query milestoneItems(\n  $owner: String!\n  $name: String!\n  $number: Int!\n  $cursor: String\n  $status: String!\n  $due: String!\n  $size: Int = 100\n) {\n  repository(owner: $owner, name: $name) {\n    issue(number: $number) {\n      projectItems(first: $size, after: $cursor) {\n        ...items\n      }\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment items on ProjectV2ItemConnection {\n  pageInfo {\n    hasNextPage\n    endCursor\n  }\n  nodes {\n    fullDatabaseId\n    project {\n      number\n      owner {\n        ... on Organization {\n          login\n        }\n      }\n    }\n    status: fieldValueByName(name: $status) {\n      ... on ProjectV2ItemFieldSingleSelectValue {\n        name\n      }\n    }\n    due: fieldValueByName(name: $due) {\n      ... on ProjectV2ItemFieldDateValue {\n        date\n      }\n    }\n  }\n}",
  missing: ["repository.issue"],
  unknown: ["repository.issue.projectItems.nodes.*"],
  pages: {"size":100},
};

// Made from four-keys-incident.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysIncidentVariables = {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
};

export type fourKeysIncidentResult = {
  readonly repository: {
    readonly issue: {
      readonly number: number;
      readonly body: string;
      readonly createdAt: string;
      readonly updatedAt: string;
      readonly state: "CLOSED" | "OPEN";
      readonly closedAt: string | null;
      readonly labels: {
        readonly nodes: readonly ({
          readonly name: string;
        } | null)[] | null;
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysIncident: Document<fourKeysIncidentVariables, fourKeysIncidentResult> = {
  name: "fourKeysIncident",
  text: "query fourKeysIncident($owner: String!, $name: String!, $number: Int!) {\n  repository(owner: $owner, name: $name) {\n    issue(number: $number) {\n      ...FourKeysIncident\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment FourKeysIncident on Issue {\n  number\n  body\n  createdAt\n  updatedAt\n  state\n  closedAt\n  labels(first: 100) {\n    nodes {\n      name\n    }\n  }\n}",
  missing: ["repository.issue"],
};

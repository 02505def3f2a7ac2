// Made from four-keys-tag.graphql by `npm run generate`. Do not edit.
import type { Document } from "../../../github/client.ts";

export type fourKeysTagVariables = {
  readonly owner: string;
  readonly name: string;
  readonly tag: string;
};

export type fourKeysTagResult = {
  readonly repository: {
    readonly ref: {
      readonly name: string;
      readonly target: {
        readonly __typename: "Blob";
      } | {
        readonly __typename: "Commit";
        readonly oid: string;
        readonly committedDate: string;
      } | {
        readonly __typename: "Tag";
        readonly tagger: {
          readonly date: string | null;
        } | null;
        readonly target: {
          readonly __typename: "Blob";
        } | {
          readonly __typename: "Commit";
          readonly oid: string;
          readonly committedDate: string;
        } | {
          readonly __typename: "Tag";
        } | {
          readonly __typename: "Tree";
        };
      } | {
        readonly __typename: "Tree";
      } | null;
    } | null;
  } | null;
  readonly rateLimit: {
    readonly cost: number;
  } | null;
};

export const fourKeysTag: Document<fourKeysTagVariables, fourKeysTagResult> = {
  name: "fourKeysTag",
  text: "query fourKeysTag($owner: String!, $name: String!, $tag: String!) {\n  repository(owner: $owner, name: $name) {\n    ref(qualifiedName: $tag) {\n      ...FourKeysTag\n    }\n  }\n  rateLimit {\n    cost\n  }\n}\n\nfragment FourKeysTag on Ref {\n  name\n  target {\n    __typename\n    ... on Commit {\n      oid\n      committedDate\n    }\n    ... on Tag {\n      tagger {\n        date\n      }\n      target {\n        __typename\n        ... on Commit {\n          oid\n          committedDate\n        }\n      }\n    }\n  }\n}",
};

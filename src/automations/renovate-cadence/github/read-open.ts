import type { GitHub } from "../../../github/client.ts";
import { readNodes } from "../../../github/read-pages.ts";
import type { RepoRef } from "../../../github/repo-ref.ts";
import { cadenceOpen } from "./cadence-open.generated.ts";
import type { OpenNode } from "./pull-texts.ts";

/** All open pull requests: whose they are, only their texts tell. */
export function readOpen(github: GitHub, { owner, name }: RepoRef): Promise<OpenNode[]> {
  return readNodes(
    async (cursor) => (await github.graphql(cadenceOpen, { owner, name, cursor })).repository?.pullRequests,
  );
}

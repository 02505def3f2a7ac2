import { CONFIG_PATH, isNearMiss } from "../../config/files.ts";
import type { GitHub } from "../../github/client.ts";
import { nodesOf } from "../../github/nodes.ts";
import { readPages } from "../../github/read-pages.ts";
import type { ReconcileContext } from "../automation.ts";
import { configOpenPulls } from "./config-open-pulls.generated.ts";

const isCandidate = (path: string): boolean => path === CONFIG_PATH || isNearMiss(path);

/** Numbers of the open pull requests that touch sre.yml, or that change too many files to tell from this list. */
export async function pullsThatMayTouch(github: GitHub, context: ReconcileContext): Promise<number[]> {
  const { owner, name } = context.repository;
  const numbers: number[] = [];
  const read = async (cursor: string | null) =>
    (await github.graphql(configOpenPulls, { owner, name, cursor })).repository?.pullRequests;
  for await (const page of readPages(read)) {
    for (const pull of nodesOf(page)) {
      const files = pull.files?.nodes ?? [];
      const named = files.some((file) => isCandidate(file?.path ?? "") || file?.changeType === "RENAMED");
      if (named || pull.files?.pageInfo.hasNextPage) numbers.push(pull.number);
    }
  }
  return numbers;
}

import { CONFIG_PATH, isNearMiss } from "../../config/files.ts";
import type { GitHub } from "../../github/client.ts";
import { nodesOf } from "../../github/nodes.ts";
import { readNodes } from "../../github/read-pages.ts";
import type { ReconcileContext } from "../automation.ts";
import { configOpenPulls } from "./config-open-pulls.generated.ts";

const isCandidate = (path: string): boolean => path === CONFIG_PATH || isNearMiss(path);

/** Numbers of the open pull requests that touch sre.yml, or that change too many files to tell from this list. */
export async function pullsThatMayTouch(github: GitHub, context: ReconcileContext): Promise<number[]> {
  const { owner, name } = context.repository;
  const read = async (cursor: string | null) =>
    (await github.graphql(configOpenPulls, { owner, name, cursor })).repository?.pullRequests;
  return (await readNodes(read)).flatMap(({ number, files }) => {
    const isNamed = nodesOf(files).some((file) => isCandidate(file.path) || file.changeType === "RENAMED");
    return isNamed || files?.pageInfo.hasNextPage ? [number] : [];
  });
}

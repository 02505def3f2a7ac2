import { CONFIG_PATH, isNearMiss } from "../../config/files.ts";
import type { GitHub } from "../../github/client.ts";
import type { ReconcileContext } from "../automation.ts";
import { configOpenPulls, type configOpenPullsResult } from "./config-open-pulls.generated.ts";

type Page = NonNullable<configOpenPullsResult["repository"]>["pullRequests"];

const isCandidate = (path: string): boolean => path === CONFIG_PATH || isNearMiss(path);

/** Numbers of the open pull requests that touch sre.yml, or that change too many files to tell from this list. */
export async function pullsThatMayTouch(github: GitHub, context: ReconcileContext): Promise<number[]> {
  const { owner, name } = context.repository;
  const numbers: number[] = [];
  let cursor: string | null = null;
  for (;;) {
    const { repository }: configOpenPullsResult = await github.graphql(configOpenPulls, { owner, name, cursor });
    const page: Page | undefined = repository?.pullRequests;
    for (const pull of page?.nodes ?? []) {
      const files = pull?.files?.nodes ?? [];
      const named = files.some((file) => isCandidate(file?.path ?? "") || file?.changeType === "RENAMED");
      if (pull && (named || pull.files?.pageInfo.hasNextPage)) numbers.push(pull.number);
    }
    if (!page?.pageInfo.hasNextPage) return numbers;
    cursor = page.pageInfo.endCursor;
  }
}

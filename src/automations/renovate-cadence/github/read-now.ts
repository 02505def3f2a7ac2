import type { GitHub } from "../../../github/client.ts";
import { readNodes } from "../../../github/read-pages.ts";
import type { RepoRef } from "../../../github/repo-ref.ts";
import { cadenceNow, type cadenceNowResult } from "./cadence-now.generated.ts";
import { cadenceOpen } from "./cadence-open.generated.ts";
import type { OpenNode } from "./pull-texts.ts";

/** What the repository shows now, apart from its open pull requests. */
export type NowPage = NonNullable<cadenceNowResult["repository"]>;

interface Now {
  /** All open pull requests: whose they are, only their texts tell. */
  readonly open: readonly OpenNode[];
  /** null: the repository is not there. */
  readonly page: NowPage | null;
}

/** `author`: a login that may keep a dashboard, beside Renovate's own. `known`: the dashboard's number, as it was found before. */
export async function readNow(
  github: GitHub,
  { owner, name }: RepoRef,
  { author, known }: { readonly author: string | null; readonly known: number | null },
): Promise<Now> {
  const { repository } = await github.graphql(cadenceNow, {
    ...{ owner, name, self: github.self.login, renovate: "renovate[bot]" },
    ...{ author: author ?? "", hasAuthor: author !== null, known: known ?? 0, isKnown: known !== null },
  });
  const read = async (cursor: string | null) =>
    (await github.graphql(cadenceOpen, { owner, name, cursor })).repository?.pullRequests;
  const open = await readNodes(read, { first: repository?.pullRequests ?? null });
  return { open, page: repository };
}

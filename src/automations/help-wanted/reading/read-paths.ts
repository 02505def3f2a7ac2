import type { GitHub } from "../../../github/client.ts";
import { readNodes } from "../../../github/read-pages.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { RequestFacts } from "../facts.ts";
import { helpPaths } from "./help-paths.generated.ts";
import type { ReadItem } from "./read-item.ts";

/** GitHub lists 3,000 files of a pull request. */
const MOST_PAGES = 30;

/** What a pull request changes, where sre.yml asks for it; an issue changes nothing. */
export async function readPaths(
  github: GitHub,
  { repository: { owner, name } }: ReconcileContext<"help-wanted">,
  { pull, item: { number } }: ReadItem,
): Promise<readonly string[] | null> {
  const first = pull?.files;
  if (first == null) return null;
  const read = async (cursor: string | null) =>
    (await github.graphql(helpPaths, { owner, name, number, cursor })).repository?.pullRequest?.files;
  return (await readNodes(read, { first, most: MOST_PAGES })).map(({ path }) => path);
}

/** The CODEOWNERS of the pull request's base: the first of the three places that has one. */
export function codeownersIn({ pull }: ReadItem): RequestFacts["codeowners"] {
  const target = pull?.baseRef?.target;
  if (target === undefined || target === null || !("inFolder" in target)) return null;
  const places = [
    [".github/CODEOWNERS", target.inFolder],
    ["CODEOWNERS", target.inRoot],
    ["docs/CODEOWNERS", target.inDocs],
  ] as const;
  for (const [path, file] of places) {
    const object = file?.object;
    if (object !== undefined && object !== null && "text" in object) return { path, text: object.text ?? "" };
  }
  return null;
}

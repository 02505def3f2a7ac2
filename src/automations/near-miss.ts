import { isNearMiss } from "../config/files.ts";
import type { GitHub } from "../github/client.ts";
import type { ReconcileContext } from "./automation.ts";
import { nearMisses, type nearMissesResult } from "./near-misses.generated.ts";

type Tree = NonNullable<nearMissesResult["repository"]>["root"];

/** The misnamed sre.yml on the default branch; null where there is none, or where the right file exists. */
export async function nearMissOnDefault(
  github: GitHub,
  { repository, loaded }: Pick<ReconcileContext, "repository" | "loaded">,
): Promise<string | null> {
  const { owner, name } = repository;
  const hasOwn = loaded.origin?.repository.toLowerCase() === `${owner}/${name}`.toLowerCase();
  if (hasOwn || loaded.defaultBranch === "") return null;
  const root = `${loaded.defaultBranch}:`;
  const variables = { owner, name, root, folder: `${root}.github` };
  const { repository: found } = await github.graphql(nearMisses, variables);
  const paths = [...filesIn(found?.folder ?? null), ...filesIn(found?.root ?? null)];
  return paths.find(isNearMiss) ?? null;
}

function filesIn(tree: Tree): string[] {
  if (tree === null || !("entries" in tree)) return [];
  const { entries } = tree as { readonly entries: readonly { readonly path: string | null; readonly type: string }[] };
  return entries.flatMap(({ path, type }) => (type === "blob" && path !== null ? [path] : []));
}

import { CONFIG_PATH } from "../config/files.ts";
import type { GitHub } from "./client.ts";
import { textIn } from "./config-files.ts";
import { PlaceNotFound } from "./errors.ts";
import { readConfigAt } from "./read-config-at.generated.ts";

/** sre.yml at a branch, a tag or a commit; null: the repository has no such revision. */
export async function configAt(
  github: GitHub,
  repository: { readonly owner: string; readonly name: string },
  revision: string,
): Promise<{ readonly text: string | null; readonly commit: string } | null> {
  const { owner, name } = repository;
  // A colon would make a path of what follows it.
  if (revision.includes(":")) return null;
  const variables = { owner, name, revision, fileAtRevision: `${revision}:${CONFIG_PATH}` };
  const { repository: found } = await github.graphql(readConfigAt, variables);
  if (found === null) throw new PlaceNotFound("ReadConfigAt", 404, `${owner}/${name}`);
  if (found.commit === null) return null;
  return { text: textIn({ file: { object: found.file } }), commit: found.commit.oid };
}

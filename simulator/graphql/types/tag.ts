import { shaOf } from "../../git/sha.ts";
import type { Sha, SimTag } from "../../state.ts";
import type { Resolvers } from "../context.ts";
import { nodeId } from "../node-id.ts";
import { commitOf, repositorySource, type TagSource } from "../source.ts";

/** The id of an annotated tag's own object. */
function tagOid({ name, sha, at }: SimTag): Sha {
  return shaOf(`tag ${name} ${sha} ${at}`);
}

/** The object of an annotated tag. Worlds do not say who tagged. */
export const tag: Resolvers<TagSource> = {
  id: ({ repo, tag }) => nodeId("Tag", repo.id, tagOid(tag)),
  oid: ({ tag }) => tagOid(tag),
  abbreviatedOid: ({ tag }) => tagOid(tag).slice(0, 7),
  name: ({ tag }) => tag.name,
  message: ({ tag }) => tag.name,
  tagger: ({ tag }) => ({ name: "tagger", email: "tagger@users.noreply.github.com", date: tag.at, user: null }),
  target: ({ repo, tag }) => commitOf(repo, tag.sha),
  repository: ({ repo }) => repositorySource(repo),
};

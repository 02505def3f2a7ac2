import type { SectionOf } from "../../../config/section-of.ts";
import type { GitHub } from "../../../github/client.ts";
import type { Repository } from "../../automation.ts";
import { fourKeysTag } from "../tag/four-keys-tag.generated.ts";
import { tagReading } from "../tag/tag-reading.ts";
import { deploymentIn } from "./incident-reading.ts";

/** What is an id or a commit already. */
const NO_TAG = /^(?:\d{1,20}|[0-9a-f]{7,40})$/i;

/**
 * The commit of the tag that an issue names: which deployments brought it is known where they have no such names themselves, as
 * GitHub's and runs of workflows. null: it names none, or the name says it all.
 */
export async function commitNamed(
  github: GitHub,
  { owner, name }: Pick<Repository, "owner" | "name">,
  { deployments }: Pick<SectionOf<"four-keys">, "deployments">,
  body: string,
): Promise<string | null> {
  const hasNames = deployments.release ?? deployments.tag ?? deployments.external;
  const named = deploymentIn(body);
  if (hasNames !== undefined || named === null || NO_TAG.test(named)) return null;
  const answer = await github.graphql(fourKeysTag, { owner, name, tag: `refs/tags/${named}` });
  const tag = answer.repository?.ref ?? null;
  if (tag === null) return null;
  const reading = tagReading(tag, { version: 0, pushedAt: null }, `${owner}/${name}`);
  return reading.record?.sha ?? null;
}

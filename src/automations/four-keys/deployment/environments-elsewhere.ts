import type { GitHub } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { environmentsOf } from "../../../records/environments.ts";
import type { Repository } from "../../automation.ts";
import { fourKeysEnvironments } from "./four-keys-environments.generated.ts";

type Section = Parameters<typeof environmentsOf>[0];

/** The environments of the latest deployments, where none of them counts: sre.yml may have another name. */
export async function environmentsElsewhere(
  github: GitHub,
  { owner, name }: Repository,
  section: Section,
): Promise<readonly string[]> {
  const counted = environmentsOf(section);
  if (counted === null) return [];
  const answer = await github.graphql(fourKeysEnvironments, { owner, name });
  const names = nodesOf(answer.repository?.deployments ?? null).map(({ environment }) => environment ?? "production");
  return names.some((one) => counted.includes(one)) ? [] : [...new Set(names)].sort();
}

import type { Document, GitHub } from "../../github/client.ts";
import { NotFound } from "../../github/errors.ts";
import type { Look } from "../automation.ts";

interface Compared {
  readonly repository: {
    readonly ref: Readonly<Record<string, { readonly aheadBy: number } | null>> | null;
  } | null;
}

const AT_ONCE = 25;

/** Which of these commits a branch has: those that are not ahead of it. One request for many. */
export async function readInBase(
  github: GitHub,
  look: Look,
  branch: string,
  oids: readonly string[],
): Promise<Set<string>> {
  const { owner, name } = look.repository;
  const found = new Set<string>();
  for (let at = 0; at < oids.length; at += AT_ONCE) {
    const batch = oids.slice(at, at + AT_ONCE);
    for (const oid of await compared(github, batch, { owner, name, base: `refs/heads/${branch}` })) found.add(oid);
  }
  return found;
}

async function compared(
  github: GitHub,
  oids: readonly string[],
  place: { owner: string; name: string; base: string },
): Promise<string[]> {
  const fields = oids.map((oid, index) => `c${index}: compare(headRef: "${oid}") { aheadBy }`);
  const document: Document<typeof place, Compared> = {
    name: "releaseInBase",
    text: `query releaseInBase($owner: String!, $name: String!, $base: String!) {
repository(owner: $owner, name: $name) {
ref(qualifiedName: $base) {
${fields.join("\n")}
}
}
rateLimit { cost }
}`,
  };
  try {
    const { repository } = await github.graphql(document, place);
    return oids.filter((_, index) => repository?.ref?.[`c${index}`]?.aheadBy === 0);
  } catch (error) {
    // A commit that GitHub has forgotten since, or an unrelated one, may fail the request for all of them.
    if (!(error instanceof NotFound)) throw error;
    if (oids.length === 1) return [];
    const half = Math.ceil(oids.length / 2);
    return [
      ...(await compared(github, oids.slice(0, half), place)),
      ...(await compared(github, oids.slice(half), place)),
    ];
  }
}

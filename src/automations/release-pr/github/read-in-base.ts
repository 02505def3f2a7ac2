import { type Document, type GitHub, UNKNOWN, type Unknown } from "../../../github/client.ts";
import { inHalves } from "../../../github/in-halves.ts";
import type { ReconcileContext } from "../../automation.ts";

interface Compared {
  readonly repository: {
    readonly ref: Readonly<Record<string, { readonly aheadBy: number } | Unknown | null>> | null;
  } | null;
}

const AT_ONCE = 25;

/** Those of these commits that a branch has: they are not ahead of it. One request for many. */
export async function readInBase(
  github: GitHub,
  context: ReconcileContext,
  branch: string,
  oids: readonly string[],
): Promise<Set<string>> {
  const { owner, name } = context.repository;
  const found = new Set<string>();
  for (let at = 0; at < oids.length; at += AT_ONCE) {
    const batch = oids.slice(at, at + AT_ONCE);
    const refs = { owner, name, base: `refs/heads/${branch}` };
    for (const oid of await inHalves(batch, (some) => compared(github, some, refs))) found.add(oid);
  }
  return found;
}

async function compared(
  github: GitHub,
  oids: readonly string[],
  refs: { owner: string; name: string; base: string },
): Promise<string[]> {
  const fields = oids.map((oid, index) => `c${index}: compare(headRef: "${oid}") { aheadBy }`);
  const document: Document<typeof refs, Compared> = {
    name: "releaseInBase",
    // A commit that GitHub has forgotten since, or an unrelated one.
    unknown: ["repository.ref.*"],
    text: `query releaseInBase($owner: String!, $name: String!, $base: String!) {
repository(owner: $owner, name: $name) {
ref(qualifiedName: $base) {
${fields.join("\n")}
}
}
rateLimit { cost }
}`,
  };
  const { repository } = await github.graphql(document, refs);
  return oids.filter((_, index) => {
    const comparison = repository?.ref?.[`c${index}`] ?? null;
    return comparison !== null && comparison !== UNKNOWN && comparison.aheadBy === 0;
  });
}

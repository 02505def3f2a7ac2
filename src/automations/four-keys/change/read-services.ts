import { type GitHub, UNKNOWN } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { ChangeNode } from "./change-facts.ts";
import { fourKeysChangedFiles } from "./four-keys-changed-files.generated.ts";
import { fourKeysMoreFiles } from "./four-keys-more-files.generated.ts";
import { type Services, touchedServices } from "./touched-services.ts";

/** GitHub lists the first 3,000 files of a pull request (REST: "List pull requests files"), here 100 with each request. */
const MOST_PAGES = 30;

/**
 * The services that each of these pull requests touches, by its id. One request for all of them, and one for each hundred files
 * more until every service is found; none where sre.yml has no services.
 */
export async function readServices(
  github: GitHub,
  nodes: readonly Pick<ChangeNode, "id">[],
  services: Services,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  if (services.length === 0 || nodes.length === 0) return found;
  const answer = await github.graphql(fourKeysChangedFiles, { ids: nodes.map(({ id }) => id) });
  for (const node of answer.nodes) {
    if (node === UNKNOWN || node === null || !("files" in node)) continue;
    found.set(node.id, await servicesOf(github, node, services));
  }
  return found;
}

/** A page of the files of a pull request. */
type Files = Awaited<ReturnType<typeof filesOf>>;

async function servicesOf(
  github: GitHub,
  { id, files }: { readonly id: string; readonly files: Files },
  services: Services,
): Promise<readonly string[]> {
  const names = [...new Set(services.map(({ name }) => name))];
  const touched = new Set<string>();
  const read = (cursor: string | null) => filesOf(github, id, cursor);
  for await (const page of readPages(read, { first: files, most: MOST_PAGES - 1 })) {
    const paths = nodesOf(page).map(({ path }) => path);
    for (const name of touchedServices(paths, services)) touched.add(name);
    if (touched.size === names.length) break;
  }
  return names.filter((name) => touched.has(name));
}

async function filesOf(github: GitHub, id: string, cursor: string | null) {
  const { node } = await github.graphql(fourKeysMoreFiles, { id, cursor });
  return node !== null && "files" in node ? node.files : null;
}

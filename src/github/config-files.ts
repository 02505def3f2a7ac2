import { CONFIG_PATH, type ConfigFile, type ConfigFiles, type FileVersion } from "../config/files.ts";
import { MAX_VERSIONS } from "../config/limits.ts";
import type { GitHub } from "./client.ts";
import { meaningOf } from "./error-meaning.ts";
import { PlaceNotFound } from "./errors.ts";
import { nodesOf } from "./nodes.ts";
import { type ReadConfigResult, readConfig } from "./read-config.generated.ts";
import { type ReadConfigHistoryResult, readConfigHistory } from "./read-config-history.generated.ts";
import { readPages } from "./read-pages.ts";

interface Blob {
  readonly text: string | null;
  readonly byteSize: number;
  readonly isTruncated: boolean;
}

type Commit = Extract<NonNullable<NonNullable<History>["target"]>, { readonly history: unknown }>;
type History = NonNullable<ReadConfigHistoryResult["repository"]>["defaultBranchRef"];

/** Larger than sre.yml may be; loading says so. */
const TOO_LARGE = 1_000_000;

/**
 * The text of a file at a commit; null if there is none, or a folder of that name. For a file that GitHub truncates, a
 * placeholder of the same length; for a binary one, a character that YAML never has. Loading reports either problem.
 */
export function textIn(holder: object | null): string | null {
  const file =
    holder !== null && "file" in holder ? (holder.file as { readonly object: Blob | object | null } | null) : null;
  const object = file?.object ?? null;
  if (object === null || !("isTruncated" in object)) return null;
  const blob = object as Blob;
  if (blob.isTruncated) return " ".repeat(Math.min(blob.byteSize, TOO_LARGE));
  return blob.text ?? "\u0000";
}

/** sre.yml over GitHub: one request per file, one more for its history. */
export function configFiles(
  github: GitHub,
  repository: { readonly owner: string; readonly name: string },
): ConfigFiles {
  async function history(owner: string, name: string, path: string): Promise<readonly FileVersion[]> {
    const versions: FileVersion[] = [];
    const readPage = async (cursor: string | null) => {
      const result = await github.graphql(readConfigHistory, { owner, name, path, cursor });
      const target = result.repository?.defaultBranchRef?.target ?? null;
      return target === null || !("history" in target) ? null : (target as Commit).history;
    };
    for await (const page of readPages(readPage)) {
      for (const node of nodesOf(page)) {
        versions.push({ text: textIn(node), commit: node.oid, at: new Date(node.committedDate) });
      }
      if (versions.length >= MAX_VERSIONS) break;
    }
    return versions;
  }

  async function read(
    owner: string,
    name: string,
    path: string,
  ): Promise<ConfigFile & { readonly defaultBranch: string }> {
    const result: ReadConfigResult = await github.graphql(readConfig, { owner, name, path });
    const found = result.repository;
    if (found === null) throw new PlaceNotFound("ReadConfig", 404, `${owner}/${name}`);
    const branch = found.defaultBranchRef;
    return {
      // A repository without a commit has no default branch yet, and so no file.
      text: textIn(branch?.target ?? null),
      commit: branch?.target?.oid ?? "",
      private: found.isPrivate,
      defaultBranch: branch?.name ?? "",
      history: () => history(owner, name, path),
    };
  }

  return {
    owner: repository.owner,
    name: repository.name,
    own: () => read(repository.owner, repository.name, CONFIG_PATH),
    async other(owner, name, path) {
      try {
        return await read(owner, name, path);
      } catch (error) {
        switch (meaningOf(error).is) {
          case "gone":
          case "place gone":
            return "missing";
          case "not permitted":
          case "not authenticated":
            return "forbidden";
        }
        throw error;
      }
    },
  };
}

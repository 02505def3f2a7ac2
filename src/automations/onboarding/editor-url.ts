import { CONFIG_PATH } from "../../config/files.ts";
import type { RepoRef } from "../../github/repo-ref.ts";
import { urlPath } from "../../markdown/url-path.ts";

/** GitHub answers longer addresses with 414 or cuts them; the bound is ours, with room for a proxy's. In bytes. */
export const LONGEST_URL = 8_000;

export interface EditorLink {
  readonly url: string;
  /** false: the file is too long for an address, and people have to paste it. */
  readonly isFilled: boolean;
}

/** GitHub's editor with a new file in it, on a branch. ASCII, and safe within a Markdown link. */
export function editorLink(webUrl: string, { owner, name }: RepoRef, branch: string, file: string): EditorLink {
  const empty = `${webUrl}/${owner}/${name}/new/${urlPath(branch)}?filename=${CONFIG_PATH}`;
  // No slash is in a part that was encoded.
  const value = file.split("/").map(urlPath).join("%2F");
  const filled = `${empty}&value=${value}`;
  return filled.length <= LONGEST_URL ? { url: filled, isFilled: true } : { url: empty, isFilled: false };
}

/** GitHub's editor with the file that is there. */
export function changeUrl(webUrl: string, { owner, name }: RepoRef, branch: string): string {
  return `${webUrl}/${owner}/${name}/edit/${urlPath(branch)}/${CONFIG_PATH}`;
}

import type { CreateBranch, CreateCommit } from "../actions.ts";
import { isRefused } from "../error-meaning.ts";
import { StaleFacts } from "../errors.ts";
import { isAlreadySo } from "./already-so.ts";
import type { Applying } from "./applying.ts";

export async function createBranch({ github, repo }: Applying, { branch, sha, moves }: CreateBranch): Promise<void> {
  if (moves) {
    const ref = `heads/${branch}`;
    await github.rest("PATCH /repos/{owner}/{repo}/git/refs/{ref}", { ...repo, ref, sha, force: true });
    return;
  }
  try {
    await github.rest("POST /repos/{owner}/{repo}/git/refs", { ...repo, ref: `refs/heads/${branch}`, sha });
  } catch (error) {
    if (isAlreadySo(error)) throw new StaleFacts(`the branch ${branch}`);
    throw error;
  }
}

export async function createCommit({ github, repo }: Applying, action: CreateCommit): Promise<void> {
  const { branch, path, message, sha } = action;
  const content = Buffer.from(action.content).toString("base64");
  try {
    await github.rest("PUT /repos/{owner}/{repo}/contents/{path}", { ...repo, path, branch, message, content, sha });
  } catch (error) {
    // 409: the file is not the named blob any more.
    if (isRefused(error) && error.status === 409) throw new StaleFacts(`${path} on ${branch}`);
    throw error;
  }
}

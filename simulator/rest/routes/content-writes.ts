import { pushCommits } from "../../actions/push.ts";
import { contentAt } from "../../git/content.ts";
import { Refused } from "../../refused.ts";
import { bodyOf, created, ok, type RepoHandlers } from "../context.ts";
import { blobSha, renderGitCommit } from "../render/commit.ts";
import { links } from "./contents.ts";

interface Written {
  readonly message: string;
  readonly content: string;
  readonly sha?: string;
  readonly branch?: string;
}

/** Writes a file as GitHub's editor does: one commit on a branch. Refusals are worded as many reports quote them. */
export const contentWriteRoutes: RepoHandlers = {
  "PUT /repos/{owner}/{repo}/contents/{path}": (call) => {
    const { context, repo, acting } = call;
    const path = call.path.path ?? "";
    const { message = "", content = "", sha, branch = repo.default_branch } = bodyOf<Written>(call);
    const tip = repo.branches.get(branch);
    if (tip === undefined) throw new Refused(404, `Branch ${branch} not found`);
    const before = contentAt(repo, tip, path);
    if (before !== null && sha === undefined) throw new Refused(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
    const known = before === null ? undefined : blobSha(before);
    if (sha !== known) throw new Refused(409, `${path} does not match ${sha}`);
    const text = Buffer.from(content, "base64").toString("utf8");
    const made = pushCommits(acting, repo, branch, [{ message, files: { [path]: text } }]);
    const commit = repo.commits.get(made);
    if (commit === undefined) throw new Error(`${made} was just made`);
    const answer = {
      content: {
        ...links(context, repo, branch, { path, isFile: true }, blobSha(text)),
        type: "file",
        size: Buffer.byteLength(text),
      },
      commit: renderGitCommit(context, repo, commit),
    };
    return before === null ? created(answer) : ok(answer);
  },
};

import { z } from "zod";
import { completeSuite, rerequestRun, rerequestSuite, startSuite } from "../../../actions/check-suites.ts";
import { createCheckRun, setStatus, updateCheckRun } from "../../../actions/checks.ts";
import { createDeployment, deploymentStatus } from "../../../actions/deployments.ts";
import { createTag, deleteBranch, deleteTag, moveBranch, pushCommits } from "../../../actions/push.ts";
import { deleteRelease, editRelease, publishRelease, unpublishTagged } from "../../../actions/releases.ts";
import { resolveRef } from "../../../git/resolve.ts";
import { shaOf } from "../../../git/sha.ts";
import { isAncestor } from "../../../git/walk.ts";
import { Refused } from "../../../refused.ts";
import type { Sha, SimRepo } from "../../../state.ts";
import { SUITE_CONCLUSIONS } from "../../../words.ts";
import { action } from "./action.ts";
import { given } from "./given.ts";

/** A branch, a tag, a sha, or a world file's short name for one. */
function commitNamed(repo: SimRepo, name: string): Sha {
  const sha = resolveRef(repo, name) ?? shaOf(name);
  if (!repo.commits.has(sha)) throw new Refused(422, `${repo.name} has no commit or branch "${name}".`);
  return sha;
}

const commitShape = z.strictObject({
  message: z.string(),
  files: z.union([z.array(z.string()), z.record(z.string(), z.string().nullable())]).optional(),
  author: z.string().optional(),
  /** Branches or shas that this commit merges. */
  merges: z.array(z.string()).optional(),
});

/** A list of names says which files change; their content is different every time. */
function contents(files: z.output<typeof commitShape>["files"], salt: string): Record<string, string | null> {
  if (!Array.isArray(files)) return files ?? {};
  return Object.fromEntries(files.map((path) => [path, `${path} ${salt}\n`]));
}

const push = action(
  z.strictObject({
    branch: z.string().min(1),
    commits: z.array(commitShape).min(1).optional(),
    /** Puts the branch on this commit instead. */
    sha: z.string().optional(),
    /** Where a new branch begins; default the default branch. */
    from: z.string().optional(),
    /** With `commits` they replace the branch's own, from `from` on: what a rebase pushes. */
    force: z.boolean().optional(),
    delete: z.boolean().optional(),
  }),
  (acting, repo, { branch, commits, sha, from, force, delete: gone }) => {
    if (gone === true) {
      deleteBranch(acting, repo, branch);
      return { branch };
    }
    if (sha !== undefined) {
      const target = commitNamed(repo, sha);
      const before = repo.branches.get(branch);
      if (before !== undefined && force !== true && !isAncestor(repo.commits, before, target)) {
        throw new Refused(422, "Update is not a fast forward: give force: true.");
      }
      moveBranch(acting, repo, branch, target);
      return { sha: target };
    }
    if (commits === undefined) throw new Refused(422, "push needs commits, sha or delete.");
    const pushed = commits.map(({ message, files, author, merges }, at) => ({
      message,
      files: contents(files, `${acting.state.nextId}.${at}`),
      ...(author === undefined ? {} : { author }),
      ...(merges === undefined ? {} : { merges: merges.map((name) => commitNamed(repo, name)) }),
    }));
    const start = from === undefined ? undefined : commitNamed(repo, from);
    return { sha: pushCommits(acting, repo, branch, pushed, { from: start, anew: force === true }) };
  },
);

const createBranch = action(
  z.strictObject({ branch: z.string().min(1), from: z.string().optional() }),
  (acting, repo, { branch, from }) => {
    if (repo.branches.has(branch)) throw new Refused(422, `The branch ${branch} already exists.`);
    const sha = commitNamed(repo, from ?? repo.default_branch);
    moveBranch(acting, repo, branch, sha);
    return { sha };
  },
);

const tag = action(
  z.strictObject({ tag: z.string().min(1), sha: z.string(), annotated: z.boolean().optional() }),
  (acting, repo, fields) => {
    const sha = commitNamed(repo, fields.sha);
    createTag(acting, repo, fields.tag, sha, fields.annotated);
    return { sha };
  },
);

const tagDeletion = action(z.strictObject({ tag: z.string().min(1) }), (acting, repo, fields) => {
  deleteTag(acting, repo, fields.tag);
  unpublishTagged(acting, repo, fields.tag);
  return { tag: fields.tag };
});

const conclusion = z.enum([
  "success",
  "failure",
  "neutral",
  "cancelled",
  "skipped",
  "timed_out",
  "action_required",
  "stale",
]);

const output = z.strictObject({ title: z.string(), summary: z.string(), text: z.string().optional() });

/** Completes the check of that name on a commit; a missing one is created. */
const completeCheck = action(
  z.strictObject({
    sha: z.string(),
    name: z.string().min(1),
    conclusion: conclusion.default("success"),
    app: z.string().default("ci"),
    output: output.optional(),
  }),
  (acting, repo, { sha, name, app, conclusion, output }) => {
    const head_sha = commitNamed(repo, sha);
    const fields = {
      status: "completed" as const,
      conclusion,
      ...(output === undefined ? {} : { output: outputOf(output) }),
    };
    const open = [...repo.check_runs.values()].findLast(
      (run) => run.sha === head_sha && run.name === name && run.app === app && run.status !== "completed",
    );
    const run =
      open === undefined
        ? createCheckRun(acting, repo, { name, head_sha, app, ...fields })
        : updateCheckRun(acting, repo, open.id, fields);
    return { id: run.id };
  },
);

function outputOf({ title, summary, text }: z.output<typeof output>) {
  return { title, summary, ...(text === undefined ? {} : { text }) };
}

const startCheck = action(
  z.strictObject({ sha: z.string(), name: z.string().min(1), app: z.string().default("ci") }),
  (acting, repo, { sha, name, app }) => {
    const made = { name, head_sha: commitNamed(repo, sha), app, status: "in_progress" as const };
    return { id: createCheckRun(acting, repo, made).id };
  },
);

/** A workflow of GitHub Actions is queued, or goes on to its next job: the suite waits though no run of it does. */
const openSuite = action(
  z.strictObject({ sha: z.string(), app: z.string().default("github-actions") }),
  (acting, repo, { sha, app }) => {
    const head_sha = commitNamed(repo, sha);
    startSuite(acting, repo, app, head_sha);
    return { sha: head_sha };
  },
);

/** No further job comes. `conclusion`: of a workflow that could not start. */
const endSuite = action(
  z.strictObject({
    sha: z.string(),
    app: z.string().default("github-actions"),
    conclusion: z.enum(SUITE_CONCLUSIONS).optional(),
  }),
  (acting, repo, { sha, app, conclusion }) => {
    const head_sha = commitNamed(repo, sha);
    completeSuite(acting, repo, { app, sha: head_sha, conclusion: conclusion ?? null });
    return { sha: head_sha };
  },
);

/** "Re-run" of one check, named by its id or by commit and name. */
const rerequestCheck = action(
  z.strictObject({
    id: z.number().int().optional(),
    sha: z.string().optional(),
    name: z.string().min(1).optional(),
    app: z.string().optional(),
  }),
  (acting, repo, { id, sha, name, app }) => {
    if (id !== undefined) return { id: rerequestRun(acting, repo, id).id };
    if (sha === undefined || name === undefined) throw new Refused(422, "rerequest-check needs id, or sha and name.");
    const head_sha = commitNamed(repo, sha);
    const run = [...repo.check_runs.values()].findLast(
      (one) => one.sha === head_sha && one.name === name && (app === undefined || one.app === app),
    );
    if (run === undefined) throw new Refused(422, `There is no check "${name}" on ${head_sha}.`);
    return { id: rerequestRun(acting, repo, run.id).id };
  },
);

/** "Re-run all checks" of one App, by default ours. */
const rerequestAll = action(
  z.strictObject({ sha: z.string(), app: z.string().optional() }),
  (acting, repo, { sha, app }) => {
    const head_sha = commitNamed(repo, sha);
    rerequestSuite(acting, repo, app ?? acting.state.app.slug, head_sha);
    return { sha: head_sha };
  },
);

const status = action(
  z.strictObject({
    sha: z.string(),
    context: z.string().default("default"),
    state: z.enum(["error", "failure", "pending", "success"]),
    description: z.string().nullable().default(null),
    target_url: z.string().nullable().default(null),
  }),
  (acting, repo, { sha, ...fields }) => {
    setStatus(acting, repo, { ...fields, sha: commitNamed(repo, sha) });
    return {};
  },
);

const deployment = action(
  z.strictObject({ ref: z.string().min(1), environment: z.string().optional() }),
  (acting, repo, { ref, environment }) => ({
    id: createDeployment(acting, repo, environment === undefined ? { ref } : { ref, environment }).id,
  }),
);

const deploymentState = action(
  z.strictObject({
    id: z.number().int(),
    state: z.enum(["error", "failure", "inactive", "in_progress", "queued", "pending", "success"]),
  }),
  (acting, repo, { id, state }) => ({ id: deploymentStatus(acting, repo, id, state).id }),
);

const release = action(
  z.strictObject({
    tag: z.string().min(1),
    name: z.string().optional(),
    body: z.string().optional(),
    target: z.string().optional(),
    draft: z.boolean().optional(),
    prerelease: z.boolean().optional(),
  }),
  (acting, repo, { tag, ...fields }) => ({ id: publishRelease(acting, repo, { tag, ...given(fields) }).id }),
);

const releaseEdit = action(
  z.strictObject({ id: z.number().int(), draft: z.boolean().optional(), prerelease: z.boolean().optional() }),
  (acting, repo, { id, ...fields }) => ({ id: editRelease(acting, repo, id, given(fields)).id }),
);

const releaseDeletion = action(z.strictObject({ id: z.number().int() }), (acting, repo, { id }) => {
  deleteRelease(acting, repo, id);
  return { id };
});

export const codeActions = {
  push,
  "create-branch": createBranch,
  "create-tag": tag,
  "delete-tag": tagDeletion,
  "start-check": startCheck,
  "complete-check": completeCheck,
  "start-suite": openSuite,
  "complete-suite": endSuite,
  "rerequest-check": rerequestCheck,
  "rerequest-suite": rerequestAll,
  "set-status": status,
  "create-deployment": deployment,
  "deployment-status": deploymentState,
  "publish-release": release,
  "edit-release": releaseEdit,
  "delete-release": releaseDeletion,
};

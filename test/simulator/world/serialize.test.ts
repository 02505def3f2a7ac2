import fc from "fast-check";
import { expect, test } from "vitest";
import type { Acting } from "../../../simulator/actions/acting.ts";
import { assign } from "../../../simulator/actions/assignees.ts";
import { createCheckRun } from "../../../simulator/actions/checks.ts";
import { comment, editComment, react } from "../../../simulator/actions/comments.ts";
import { addBlocker } from "../../../simulator/actions/dependencies.ts";
import { createDeployment, deploymentStatus } from "../../../simulator/actions/deployments.ts";
import { closePull, editPull, setDraft } from "../../../simulator/actions/edit-pull.ts";
import { closeIssue, deleteIssue, openIssue } from "../../../simulator/actions/issues.ts";
import { label } from "../../../simulator/actions/labels.ts";
import { mergePull } from "../../../simulator/actions/merge-pull.ts";
import {
  createMilestone,
  deleteMilestone,
  editMilestone,
  setMilestone,
} from "../../../simulator/actions/milestones.ts";
import { openPull } from "../../../simulator/actions/open-pull.ts";
import { addToProject, moveProjectItem, projectOf } from "../../../simulator/actions/projects.ts";
import { createTag, deleteBranch, pushCommits } from "../../../simulator/actions/push.ts";
import { deleteRelease, editRelease, publishRelease } from "../../../simulator/actions/releases.ts";
import { requestReviewers, review } from "../../../simulator/actions/reviews.ts";
import { addSubIssue } from "../../../simulator/actions/sub-issues.ts";
import { transferIssue } from "../../../simulator/actions/transfer.ts";
import { Refused } from "../../../simulator/refused.ts";
import { catchUp } from "../../../simulator/replicas.ts";
import type { SimRepo } from "../../../simulator/state.ts";
import { parseWorld } from "../../../simulator/world/parse.ts";
import { worldOf } from "../../../simulator/world/serialize.ts";
import { runs } from "../../harness/long.ts";

type Step = (acting: Acting, repo: SimRepo, pick: number) => unknown;

const one = <Item>(items: Iterable<Item>, pick: number): Item | undefined => {
  const all = [...items];
  return all[pick % all.length];
};
const pull = (repo: SimRepo, pick: number) => one(repo.pulls.keys(), pick) ?? 0;
const issue = (repo: SimRepo, pick: number) => one(repo.issues.keys(), pick) ?? 0;
const any = (repo: SimRepo, pick: number) => one([...repo.pulls.keys(), ...repo.issues.keys()], pick) ?? 0;
const branch = (pick: number) => ["main", "develop", "feat/x"][pick % 3] ?? "main";

const STEPS: Record<string, Step> = {
  push: (acting, repo, pick) =>
    pushCommits(acting, repo, branch(pick), [
      { message: `m${pick}`, files: { [`f${pick % 4}`]: pick % 5 === 0 ? null : `${pick}` } },
    ]),
  openPull: (acting, repo, pick) =>
    openPull(acting, repo, { title: `P${pick}`, head: branch(pick), base: branch(pick + 1), draft: pick % 7 === 0 }),
  mergePull: (acting, repo, pick) =>
    mergePull(acting, repo, pull(repo, pick), {
      merge_method: (["merge", "squash", "rebase"] as const)[pick % 3] ?? "merge",
    }),
  editPull: (acting, repo, pick) => editPull(acting, repo, pull(repo, pick), { title: "t", body: `b${pick}` }),
  closePull: (acting, repo, pick) => closePull(acting, repo, pull(repo, pick)),
  review: (acting, repo, pick) => review(acting, repo, pull(repo, pick), { state: "CHANGES_REQUESTED", body: "no" }),
  request: (acting, repo, pick) => requestReviewers(acting, repo, pull(repo, pick), ["bo"]),
  openIssue: (acting, repo, pick) =>
    openIssue(acting, repo, { title: `I${pick}`, labels: [`l${pick % 3}`], assignees: ["alice"] }),
  closeIssue: (acting, repo, pick) => closeIssue(acting, repo, one(repo.issues.keys(), pick) ?? 0, "not_planned"),
  comment: (acting, repo, pick) => {
    const made = comment(acting, repo, any(repo, pick), `c${pick}`);
    react(acting, repo, made.id, "eyes");
    if (pick % 2 === 0) editComment(acting, repo, made.id, "edited");
  },
  label: (acting, repo, pick) => label(acting, repo, any(repo, pick), [`l${pick % 4}`]),
  assign: (acting, repo, pick) => assign(acting, repo, any(repo, pick), ["alice", "bo"]),
  milestone: (acting, repo, pick) =>
    createMilestone(acting, repo, { title: `v${pick}`, due_on: "2026-12-01T08:00:00Z" }),
  check: (acting, repo, pick) =>
    createCheckRun(acting, repo, {
      name: "c",
      app: "detoil",
      head_sha: one(repo.commits.keys(), pick) ?? "",
      conclusion: "failure",
      output: { title: "t", summary: "s" },
    }),
  editMilestone: (acting, repo, pick) =>
    editMilestone(acting, repo, one(repo.milestones.keys(), pick) ?? 0, {
      due_on: pick % 2 === 0 ? null : "2026-12-24T12:00:00Z",
      state: pick % 3 === 0 ? "closed" : "open",
    }),
  deleteMilestone: (acting, repo, pick) => deleteMilestone(acting, repo, one(repo.milestones.keys(), pick) ?? 0),
  setMilestone: (acting, repo, pick) =>
    setMilestone(acting, repo, any(repo, pick), one(repo.milestones.keys(), pick) ?? null),
  subIssue: (acting, repo, pick) => addSubIssue(acting, repo, issue(repo, pick), issue(repo, pick + 1), pick % 2 === 0),
  blocker: (acting, repo, pick) => addBlocker(acting, repo, issue(repo, pick), issue(repo, pick + 1)),
  deleteIssue: (acting, repo, pick) => deleteIssue(acting, repo, issue(repo, pick)),
  transfer: (acting, repo, pick) => {
    const docs = acting.state.repos.get("acme/docs");
    return docs === undefined ? null : transferIssue(acting, repo, issue(repo, pick), docs);
  },
  project: (acting, repo, pick) => {
    const project = projectOf(acting.state, "acme", 1);
    addToProject(acting, project, repo, any(repo, pick));
    moveProjectItem(acting, project, repo, any(repo, pick), [{ field: "Status", value: "Todo" }]);
  },
  deploy: (acting, repo) =>
    deploymentStatus(acting, repo, createDeployment(acting, repo, { ref: "main" }).id, "success"),
  release: (acting, repo, pick) => publishRelease(acting, repo, { tag: `r${pick}`, draft: pick % 3 === 0 }),
  editRelease: (acting, repo, pick) =>
    editRelease(acting, repo, one(repo.releases, pick)?.id ?? 0, { draft: pick % 2 === 0, prerelease: pick % 3 === 0 }),
  deleteRelease: (acting, repo, pick) => deleteRelease(acting, repo, one(repo.releases, pick)?.id ?? 0),
  tag: (acting, repo, pick) =>
    createTag(acting, repo, `t${pick}`, one(repo.commits.keys(), pick) ?? "", pick % 2 === 0),
  draft: (acting, repo, pick) => setDraft(acting, repo, pull(repo, pick), pick % 2 === 0),
  deleteBranch: (acting, repo) => deleteBranch(acting, repo, "feat/x"),
};

const steps = fc.array(fc.tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat(50)), { minLength: 20, maxLength: 50 });

test("whatever happened, a written world reads back as it was", () => {
  let done = 0;
  fc.assert(
    fc.property(steps, (chosen) => {
      const state = parseWorld(
        {
          now: "2026-11-20T01:00:00Z",
          installations: [{ id: 5, account: "acme", repositories: ["acme/docs"] }],
          repos: [
            {
              name: "acme/shop",
              permission: { alice: "write", bo: "admin" },
              milestones: [{ title: "v1" }, { title: "v2" }],
              issues: [1, 2, 3, 4, 5].map((number) => ({ number })),
            },
            { name: "acme/docs" },
          ],
          projects: [{ owner: "acme", number: 1, fields: [{ name: "Status", options: ["Todo"] }] }],
        },
        "w",
      );
      const repo = state.repos.get("acme/shop") as SimRepo; // the world above has it
      const acting: Acting = { state, login: "alice", emit: () => {} };
      for (const [name, pick] of chosen) {
        try {
          STEPS[name]?.(acting, repo, pick);
          done += 1;
        } catch (error) {
          if (!(error instanceof Refused)) throw error; // GitHub may refuse, the simulator may not break
        }
      }
      catchUp(state); // a world file has no lag: what is in it is listed
      expect(parseWorld(JSON.parse(JSON.stringify(worldOf(state))), "w")).toEqual(state);
    }),
    runs(60),
  );
  expect(done).toBeGreaterThan(200);
});

import { emptyReasonText as helpWanted } from "../../src/automations/help-wanted/empty-reason-text.ts";
import { emptyReasonText as milestone } from "../../src/automations/milestone-tasks/empty-reason-text.ts";
import { emptyReasonText as onboarding } from "../../src/automations/onboarding/empty-reason-text.ts";
import { emptyReasonText as orgTables } from "../../src/automations/org-tables/empty-reason-text.ts";
import { emptyReasonText as granted } from "../../src/automations/permissions/empty-reason-text.ts";
import { emptyReasonText as release } from "../../src/automations/release-pr/empty-reason-text.ts";
import { openedText, refusedText } from "../../src/cli/opened/text.ts";
import { headlineText, type Names } from "../../src/cli/preview/headline-text.ts";
import { previewText, wrongText } from "../../src/cli/preview/text.ts";
import { englishRoom } from "./english.ts";
import { reasonTexts } from "./reasons.ts";

const because = "sre.yml asks for it";
const about = { because, identity: "", ref: "", title: "Code freeze", body: "" };
const BRANCH = { ref: "", branch: "detoil/cadence" } as const;
const inProject = { because, org: "acme", project_number: 5 };
const KNOWN = "release-pr, milestone-tasks, commands, config, permissions";
const PROBLEM = ".github/sre.yml:4:8: `form` is not a setting of a lane. Did you mean `from`?";

/** The task is created by the same plan, so it has no number yet. */
const TASK = { ref: "task/5/freeze" };
const names: Names = {
  numbered: (target) => (typeof target === "number" ? `#${target}` : "“Code freeze”"),
  identified: (target, kind) => (typeof target === "number" ? previewText.withId(kind, target) : "“Code freeze”"),
};

export const previewTexts = [
  englishRoom("Around a plan, and why there is none", "cli/preview/text.ts", previewText, {
    reading: [["acme/shop", 12]],
    head: [["release-pr", "acme/shop", "2026-11-20T01:00:00Z"]],
    action: [
      ["open the issue “Code freeze”", because, false],
      ["open the issue “Code freeze”", because, true],
    ],
    cost: [[{ rest: 3, graphql: 1, points: 1, writes: 0 }], [{ rest: 1, graphql: 0, points: 0, writes: 1 }]],
    field: [["assignees", "alice, bo"]],
    annotation: [[".github/sre.yml", 4, "`form` is not a setting of a lane. Did you mean `from`?"]],
    withId: [["issue", 1051]],
    archived: [["acme/shop"]],
    oneAtATime: [["commands"]],
    newNumber: [["freeze"]],
    off: {
      noFile: [["release-pr", "acme/shop", ".github/sre.yml"]],
      noSection: [["release-pr", "acme/shop", "its .github/sre.yml", "release"]],
      problem: [["release-pr", "acme/shop", PROBLEM]],
      notTried: [["release-pr", PROBLEM]],
      first: [
        [".github/sre.yml:4:8", "`form` is not a setting of a lane. Did you mean `from`?", 2, "npm run -s detoil --"],
      ],
    },
    noNumber: [["acme/shop", "pull request", 999]],
    noRevision: [["acme/shop", "next"]],
    readOnly: [["world.json"]],
    unwritable: [["world.json"]],
    wrote: [["world.json"]],
  }),
  englishRoom("What cannot be opened", "cli/opened/text.ts", openedText, {
    noRepository: [["world.json", "acme/nowhere", ["acme/shop", "acme/quiet"]]],
    noOwner: [["world.json", "acmee", ["acme", "boto"]]],
  }),
  englishRoom("What GitHub refuses", "cli/opened/text.ts", refusedText, {
    gone: [["acme/shop"]],
    token: [["401 Bad credentials"]],
    forbidden: [["403 Resource not accessible by integration", "release-pr", ["Pull requests: Read and write"]]],
    limited: [["Fri 20 Nov 01:02 UTC"]],
    other: [["502 Bad gateway"]],
  }),
  englishRoom("A preview that was called wrongly", "cli/preview/text.ts", wrongText, {
    whichAutomation: [[KNOWN]],
    laterAutomation: [["branch-guard", KNOWN]],
    section: [["milestones", "milestone-tasks"]],
    noAutomation: [["relase-pr"]],
    available: [[KNOWN]],
    noNumber: [["x"]],
    notNumbered: [["permissions"]],
  }),
  englishRoom("Why a milestone needs nothing", "automations/milestone-tasks/empty-reason-text.ts", milestone, {
    forgotten: [[5, "Tue 20 Oct"]],
    closed: [[5]],
    notMatched: [[5, "v*"]],
    noMilestone: [
      ["acme/shop", "*"],
      ["acme/shop", "v*"],
    ],
    noIssues: [["acme/shop"]],
  }),
  englishRoom("Why a lane needs nothing, and who may write", "automations/release-pr/empty-reason-text.ts", release, {
    noChecks: [["develop"]],
    unchecked: [["acme/shop", ["alice", "bo"]]],
    lane: [["develop", "main", release.open(12)]],
    missing: [[["main"]], [[]]],
    outsider: [[9, "mallory"]],
    open: [[12]],
    nothing: [["develop", "main"]],
    direct: [[1], [2]],
    frozen: [["Mon 4 Jan 00:00 JST"]],
    closed: [[12]],
    scheduled: [["0 10 * * mon-fri"]],
  }),
  englishRoom(
    "Why nobody is asked, and what a preview does not know",
    "automations/help-wanted/empty-reason-text.ts",
    helpWanted,
    {
      noLabel: [[12, "help wanted"]],
      noRequests: [["acme/shop", "help wanted"]],
      locked: [[12]],
      backlog: [[12]],
      closedHours: [["Tue 24 Nov 09:00 JST"]],
      alone: [["acme/shop"]],
    },
  ),
  englishRoom("What a preview does not know of", "automations/org-tables/empty-reason-text.ts", orgTables, {}),
  englishRoom("Why no first sre.yml is offered", "automations/onboarding/empty-reason-text.ts", onboarding, {}),
  englishRoom("What a token does not see: permissions", "automations/permissions/empty-reason-text.ts", granted, {}),
  reasonTexts(),
  englishRoom("What each action of a plan does", "cli/preview/headline-text.ts", headlineText, {
    "create-branch": [
      [{ ...BRANCH, action: "create-branch", sha: "0123456789abcdef", moves: false, because }, names],
      [{ ...BRANCH, action: "create-branch", sha: "0123456789abcdef", moves: true, because }, names],
    ],
    "create-commit": [
      [
        {
          ...BRANCH,
          ...{ action: "create-commit", message: "Promise dependency updates: quarterly", sha: "" },
          ...{ path: ".github/sre.yml", content: "", because },
        },
        names,
      ],
    ],
    "create-pull-request": [
      [
        { ...about, action: "create-pull-request", title: "Release", head: "develop", base: "main", draft: true },
        names,
      ],
    ],
    "update-pull-request": [
      [{ action: "update-pull-request", number: 12, because }, names],
      [{ action: "update-pull-request", number: 12, state: "closed", because }, names],
    ],
    "create-issue": [[{ ...about, action: "create-issue" }, names]],
    "update-issue": [[{ action: "update-issue", number: 12, state: "open", because }, names]],
    "create-comment": [[{ action: "create-comment", number: 12, body: "", identity: "", because }, names]],
    "update-comment": [[{ action: "update-comment", comment_id: 1001, body: "", because }, names]],
    "delete-comment": [[{ action: "delete-comment", comment_id: 1001, because }, names]],
    "set-check-run": [
      [
        {
          ...{ action: "set-check-run", name: "Detoil / release", head_sha: "0123456789abcdef", conclusion: "failure" },
          output: { title: "", summary: "" },
          because,
        },
        names,
      ],
    ],
    "add-labels": [[{ action: "add-labels", number: 12, labels: ["release"], because }, names]],
    "add-assignees": [[{ action: "add-assignees", number: 12, assignees: ["alice", "bo"], because }, names]],
    "remove-assignees": [[{ action: "remove-assignees", number: 12, assignees: ["alice"], because }, names]],
    "request-reviewers": [[{ action: "request-reviewers", number: 12, reviewers: ["alice"], because }, names]],
    "add-reaction": [[{ action: "add-reaction", comment_id: 1001, content: "+1", because }, names]],
    "add-sub-issue": [
      [{ action: "add-sub-issue", number: 12, sub_issue_id: TASK, sub_issue_number: TASK, because }, names],
    ],
    "add-blocked-by": [
      [{ action: "add-blocked-by", number: 12, issue_id: TASK, because }, names],
      [{ action: "add-blocked-by", number: 12, issue_id: 1051, because }, names],
    ],
    "remove-blocked-by": [[{ action: "remove-blocked-by", number: 12, issue_id: 1051, because }, names]],
    "create-milestone": [[{ ...about, action: "create-milestone", title: "v1.4" }, names]],
    "update-milestone": [[{ action: "update-milestone", number: 5, state: "closed", because }, names]],
    "create-label": [[{ action: "create-label", name: "release", color: "0e8a16", because }, names]],
    "add-to-project": [[{ ...inProject, action: "add-to-project", ref: "", id: TASK }, names]],
    "set-project-field": [[{ ...inProject, action: "set-project-field", item_id: TASK, fields: [] }, names]],
  }),
];

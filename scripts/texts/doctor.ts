import { appText } from "../../src/cli/doctor/app-text.ts";
import { databaseText } from "../../src/cli/doctor/database-text.ts";
import { type Finding, printed } from "../../src/cli/doctor/finding.ts";
import { installationsText } from "../../src/cli/doctor/installations-text.ts";
import { repositoriesText } from "../../src/cli/doctor/repositories-text.ts";
import { englishRoom } from "./english.ts";

const API = "https://api.github.com";
const SETTINGS = "https://github.com/organizations/acme/settings/apps/detoil";
const APP = "https://github.com/apps/detoil";
const INSTALLATION = "https://github.com/organizations/acme/settings/installations/5";
const WEBHOOKS = "/api/github/webhooks";
const FILE = "data/github-app.json";
const AT = "Fri 20 Nov 01:02 UTC";
const LATER = "Fri 20 Nov 02:00 UTC";
const IN_ORDER = { names: [], waiting: [], broken: null, issues: [], acceptUrl: INSTALLATION };
const DATABASE = "PostgreSQL 18.4 at localhost:5432/detoil";

/** A finding as the terminal shows it; the parts of some are texts. */
function line(shown: unknown): string | null {
  if (typeof shown === "string") return shown;
  return typeof shown === "object" && shown !== null && "state" in shown ? printed(shown as Finding) : null;
}

export const doctorTexts = [
  englishRoom(
    "The credentials, the App and its webhooks",
    "cli/doctor/app-text.ts",
    appText,
    {
      problem: [["PORT must be a number from 0 to 65535, not x."]],
      inEnvironment: [[12]],
      inFile: [[12, FILE]],
      inBoth: [[12, ["WEBHOOK_SECRET"], FILE]],
      noCredentials: [[FILE]],
      connected: [[12, "detoil", API]],
      limited: [[AT]],
      noApp: [[12, API]],
      otherKey: [[12]],
      noGitHub: [[API, "502 Bad gateway"]],
      lacks: [
        ["Merge queues: Read-only", ["release-pr"], SETTINGS, "Merge group"],
        ["Metadata: Read-only", [], SETTINGS, null],
      ],
      doesWithout: [["Projects: Read and write", ["milestone-tasks", "commands"], SETTINGS, null]],
      noEvents: [[["Check run", "Push"], SETTINGS]],
      complete: [
        ["detoil", false, [], []],
        ["detoil", true, ["Administration"], ["Contents", "Actions"]],
      ],
      coming: [[["Actions: Read-only", "Deployments: Read-only"], SETTINGS]],
      noWebhookUrl: [[WEBHOOKS, SETTINGS]],
      otherWebhookUrl: [["https://detoil.example.org/", WEBHOOKS, SETTINGS]],
      webhookUrl: [[`https://detoil.example.org${WEBHOOKS}`]],
      noSecret: [[SETTINGS]],
      noneSent: [[]],
      noOnboarding: [[]],
      allArrived: [[100], [1]],
      someArrived: [[3, 100]],
      lost: [
        [3, 100, AT, appText.lostWhy.otherSecret],
        [1, 1, AT, appText.lostWhy.notStored],
      ],
      lostWhy: { otherUrl: [[404, WEBHOOKS]], noAnswer: [["timed out"]] },
    },
    line,
  ),
  englishRoom(
    "What Detoil does in each repository",
    "cli/doctor/repositories-text.ts",
    repositoriesText,
    {
      repository: [
        ["acme/shop", { ...IN_ORDER, names: ["release-pr", "milestone-tasks"] }],
        [
          "acme/shop",
          {
            ...IN_ORDER,
            waiting: [{ name: "four-keys", permissions: ["Deployments: Read-only"] }],
            broken: repositoriesText.broken(".github/sre.yml:2:1: `mistake` is not a setting of sre.yml.", 1, null),
            issues: [{ number: 5, title: ".github/sre.yml has 2 problems" }],
          },
        ],
      ],
      broken: [
        [".github/sre.yml:2:1: `mistake` is not a setting of sre.yml.", 0, repositoriesText.versionOf(AT)],
        [".github/sre.yml:2:1: `mistake` is not a setting of sre.yml.", 0, repositoriesText.earlierVersion],
      ],
      versionOf: [[AT]],
      off: [[["acme/docs", "acme/site"]]],
      deletesHead: [["acme/shop", "staging"]],
      noPublicUrl: [["acme/shop"]],
      notOffered: [["acme"]],
      guardNotRequired: [["acme/shop", "Detoil / branch", "main"]],
      notRequired: [["acme/shop", "Detoil / release", "main"]],
    },
    line,
  ),
  englishRoom(
    "Installations, and what prevents release pull requests in their repositories",
    "cli/doctor/installations-text.ts",
    installationsText,
    {
      nowhere: [[APP]],
      lacks: [["acme", ["Checks: Read and write"], ["config", "release-pr"], INSTALLATION]],
      moreLack: [[7], [1]],
      granted: [
        [["acme", "bo"], true],
        [["acme"], false],
      ],
      doesWithout: [["acme", ["Projects: Read and write"], ["milestone-tasks", "commands"], INSTALLATION]],
      coming: [
        [
          ["Actions: Read-only", "Deployments: Read-only"],
          ["acme", "bo"],
        ],
      ],
      leftAlone: [[["cy", "di"]]],
      unseen: [[120, "acme"]],
      unreadable: [["acme", "502 Bad gateway"]],
      queueWithout: [
        ["acme/shop", "main", "Merge queues: Read-only", { account: "acme", htmlUrl: INSTALLATION, appSettings: null }],
        [
          "acme/shop",
          "main",
          "Merge queues: Read-only",
          { account: "acme", htmlUrl: INSTALLATION, appSettings: SETTINGS },
        ],
      ],
      outsider: [
        ["acme/shop#12", "develop", "main", "mallory"],
        ["acme/shop#12", "develop", "main", null],
      ],
      oldServer: [["3.9.2", "3.17"]],
      serverWithout: [["3.18.2", "milestone-tasks", ["dependencies between tasks (from 3.19)"]]],
      serverHasAll: [["3.20.0"]],
    },
    line,
  ),
  englishRoom(
    "The database, and the work in it",
    "cli/doctor/database-text.ts",
    databaseText,
    {
      none: [["./data"]],
      inUse: [["./data"]],
      name: { embedded: [["18.4", "./data"]], server: [["18.4", "localhost:5432/detoil"]] },
      tooOld: [["PostgreSQL 12.22 at localhost:5432/detoil", 13]],
      newer: [[DATABASE, ["0031-later"]]],
      older: [[DATABASE, ["0029-rows", "0030-keys"]]],
      upToDate: [[DATABASE, { pending: 3, running: 1 }]],
      parked: [
        [
          {
            automation: "commands",
            where: "acme/shop (issue/7)",
            since: AT,
            error: "502 Bad gateway",
            nextTry: LATER,
            owed: true,
          },
        ],
      ],
      moreParked: [[7], [1]],
      throttled: [
        ["acme", 12, 2, AT, LATER],
        ["acme", 1, 1, AT, AT],
      ],
      refused: [["create-issue", "acme/shop", "milestone-tasks", "422 Validation Failed"]],
      refusedPart: [["the assignee dave", "create-issue", "acme/shop#12", "milestone-tasks", "422 Validation Failed"]],
      part: { named: [["assignee", "dave"]] },
      setAside: [["72d3162e-cc78-11e3-81ab-4c9367dc0958", "push", "acme", databaseText.how.neverArrived, AT]],
      how: {
        failed: [
          [3, "timed out"],
          [1, "timed out"],
        ],
      },
      moreSetAside: [[7], [1]],
      gap: [[AT, LATER]],
    },
    line,
  ),
];

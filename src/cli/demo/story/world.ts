import { parseWorld } from "../../../../simulator/index.ts";
import type { SimState } from "../../../../simulator/state.ts";
import { readManifest } from "../../../web/setup/manifest.ts";
import { asksForHelp, helpWanted, japanese, japaneseBare, milestoneTasks } from "./configs.ts";

export const shop = "acme/shop";
export const app = "acme/app";
export const pay = "acme/pay";
export const kioku = "acme/kioku";
export const niwa = "acme/niwa";
export const sre = "acme/sre";
export const edge = "acme/edge";

const branches = { main: "a", develop: "a" };
const helpLabel = { name: "help wanted", color: "008672", description: "The SREs are needed" };
const permission = { alice: "admin", bo: "admin", carol: "write", hanako: "admin", jiro: "write" };

/** The simulated GitHub on the Monday on which the story begins; its first repository does not use Detoil yet. */
export function firstMonday(): SimState {
  // Detoil switches these off in its first seconds and fills existing ones; the story begins after that.
  const auto_trigger_checks = [{ app_id: 1, setting: false }];
  const first = {
    parents: [],
    author: "alice",
    authored_at: "2026-10-30T03:00:00Z",
    committed_at: "2026-10-30T03:00:00Z",
  };
  const released = { state: "merged", created_at: "2026-10-30T02:00:00Z", merged_at: "2026-10-30T04:00:00Z" };
  return parseWorld(
    {
      now: "2026-11-02T01:00:00Z",
      // Its owner lets it change sre.yml by a pull request.
      app: { permissions: { ...readManifest().default_permissions, contents: "write" } },
      users: [
        ..."alice bo carol hanako jiro".split(" ").map((login) => ({ login })),
        { login: "renovate[bot]", type: "Bot" },
      ],
      projects: [
        {
          owner: "acme",
          number: 5,
          title: "Releases",
          fields: [
            { name: "Status", options: ["Todo", "In progress", "Done"] },
            { name: "Due date", type: "date" },
          ],
        },
      ],
      // Each team adds its repository when its chapter begins.
      installations: [{ id: 1, account: "acme", repositories: [] }],
      repos: [
        {
          name: shop,
          auto_trigger_checks,
          default_branch: "develop",
          permission,
          labels: [{ name: "do-not-release", color: "d93f0b", description: "Wait with the release" }],
          commits: [{ ...first, sha: "a", message: "Open the shop", files: { "README.md": "# Shop\n" } }],
          branches,
          tags: [{ name: "v1.4.0", sha: "a", at: "2026-10-30T04:00:00Z" }],
          releases: [
            { tag: "v1.4.0", name: "v1.4.0", body: "The shop is open.", published_at: "2026-10-30T04:00:00Z" },
          ],
        },
        {
          name: app,
          auto_trigger_checks,
          // Jiro only reviews now and then, and works elsewhere.
          permission: { ...permission, jiro: "read" },
          labels: [{ name: "docs", color: "0075ca", description: "What people read" }],
          commits: [
            {
              ...first,
              sha: "p",
              message: "Begin the app",
              files: { "README.md": "# App\n", ".github/sre.yml": milestoneTasks },
            },
          ],
          branches: { main: "p" },
        },
        {
          name: pay,
          auto_trigger_checks,
          permission,
          labels: [
            { name: "incident", color: "b60205", description: "Something that worked does not" },
            { name: "hotfix", color: "d93f0b", description: "Repairs what was deployed" },
          ],
          commits: [{ ...first, sha: "y", message: "Begin to be paid", files: { "README.md": "# Pay\n" } }],
          branches: { main: "y" },
        },
        {
          name: sre,
          auto_trigger_checks,
          permission,
          labels: [helpLabel],
          commits: [{ ...first, sha: "s", message: "Begin", files: { ".github/sre.yml": helpWanted } }],
          branches: { main: "s" },
        },
        {
          name: edge,
          auto_trigger_checks,
          permission,
          labels: [helpLabel],
          commits: [{ ...first, sha: "e", message: "Begin at the edge", files: { ".github/sre.yml": asksForHelp } }],
          branches: { main: "e" },
        },
        {
          name: kioku,
          auto_trigger_checks,
          default_branch: "develop",
          permission,
          commits: [
            {
              ...first,
              sha: "k",
              message: "はじめの一歩",
              author: "hanako",
              files: { "README.md": "# 記憶\n", ".github/sre.yml": japanese },
            },
            {
              ...first,
              sha: "l",
              parents: ["k"],
              message: "写真を検索する (#1)",
              author: "jiro",
              files: ["search.ts"],
            },
            { ...first, sha: "m", parents: ["k", "l"], message: "Merge pull request #2 from acme/develop" },
          ],
          branches: { main: "m", develop: "l" },
          pulls: [
            {
              ...released,
              number: 1,
              title: "写真を検索する",
              user: "jiro",
              base: "develop",
              head: "feat/search",
              head_sha: "l",
              merge_commit_sha: "l",
              merge_method: "squash",
              commits: ["l"],
            },
            {
              ...released,
              number: 2,
              title: "リリース",
              user: "hanako",
              base: "main",
              head: "develop",
              head_sha: "l",
              merge_commit_sha: "m",
              commits: ["l"],
            },
          ],
        },
        {
          name: niwa,
          auto_trigger_checks,
          permission,
          commits: [
            { ...first, sha: "n", message: "庭をつくる", author: "hanako", files: { ".github/sre.yml": japaneseBare } },
          ],
          branches: { main: "n" },
        },
      ],
    },
    "the demo's world",
  );
}

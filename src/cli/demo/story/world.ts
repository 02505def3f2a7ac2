import { parseWorld } from "../../../../simulator/index.ts";
import type { SimState } from "../../../../simulator/state.ts";
import { japanese, milestoneTasks } from "./configs.ts";

export const shop = "acme/shop";
export const app = "acme/app";
export const kioku = "acme/kioku";

const branches = { main: "a", develop: "a" };
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
  return parseWorld(
    {
      now: "2026-11-02T01:00:00Z",
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
          ],
          branches: { main: "k", develop: "k" },
        },
      ],
    },
    "the demo's world",
  );
}

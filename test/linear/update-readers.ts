import { cadenceIn } from "../../src/automations/renovate-cadence/commands/argument.ts";
import { isDashboard, readHeldBack } from "../../src/automations/renovate-cadence/reading/dashboard.ts";
import type { PullTexts } from "../../src/automations/renovate-cadence/reading/pull-texts.ts";
import { readUpdate } from "../../src/automations/renovate-cadence/reading/read-update.ts";
import { targetsFor } from "../../src/automations/renovate-cadence/targets-for.ts";
import type { Reader } from "./readers.ts";

const author = { login: "a[bot]", bot: true };
const none: Omit<PullTexts, "title" | "body" | "branch" | "message"> = {
  number: 1,
  author,
  state: "closed",
  openedAt: 0,
  closedAt: 0,
  comments: [],
  mergeable: "UNKNOWN",
  reviewDecision: null,
  contexts: [],
  autoMerge: false,
};
const open: Partial<PullTexts> = { state: "open" };

/** The same text wherever there is one. */
const everywhere = (text: string, branch: string, but: Partial<PullTexts> = {}) =>
  readUpdate({ ...none, title: text, body: text, branch: `${branch}${text}`, message: text, ...but }, [author.login]);

/** Readers of what bots write, and of what others put there in their name. */
export const updateReaders: readonly Reader[] = [
  {
    name: "readUpdate, Renovate",
    openings: ["| Package | Change |\n|---|---|\n| ", "**Schedule**: Automerge ", "CVE-2026-"],
    read: (text) => everywhere(text, "renovate/", { comments: [{ author, body: text }] }),
  },
  {
    name: "readUpdate, Dependabot",
    openings: ["| Package | From | To |\n|---|---|---|\n| ", "Bumps [a] from ", "---\nupdated-dependencies:\n"],
    read: (text) => everywhere(text, "dependabot/", { ...open, contexts: [{ name: text, state: "pending" }] }),
  },
  { name: "readUpdate, another bot", read: (text) => everywhere(text, "a/") },
  {
    name: "targetsFor",
    openings: ["roll "],
    read: (title) =>
      targetsFor(
        {
          name: "pull_request",
          action: "closed",
          payload: { pull_request: { number: 1, title, body: title, head: { ref: title }, user: { type: "User" } } },
        } as never,
        {} as never,
      ),
  },
  { name: "readHeldBack", openings: ["## ", " - [ ] <!-- a-branch=b -->[c"], read: readHeldBack },
  { name: "cadenceIn", openings: ["45 "], read: cadenceIn },
  { name: "isDashboard", openings: ["Dependency "], read: (text) => isDashboard(text, text) },
];

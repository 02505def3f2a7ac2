import type { PullTexts } from "../../../src/automations/renovate-cadence/reading/pull-texts.ts";

const RENOVATE = { login: "renovate[bot]", bot: true };
export const DEPENDABOT = { login: "dependabot[bot]", bot: true };

/** An open pull request of Renovate that nothing holds back; `but`: what is different. */
export function pullTexts(but: Partial<PullTexts> = {}): PullTexts {
  return {
    number: 12,
    author: RENOVATE,
    title: "Update dependency left-pad to v1.3.0",
    body: "",
    branch: "renovate/left-pad-1.x",
    message: null,
    state: "open",
    openedAt: Date.parse("2026-11-02T03:00:00Z"),
    closedAt: null,
    comments: [],
    mergeable: "MERGEABLE",
    reviewDecision: "APPROVED",
    contexts: [{ name: "test", state: "success" }],
    autoMerge: false,
    ...but,
  };
}

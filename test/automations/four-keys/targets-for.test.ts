import { expect, test } from "vitest";
import type { WebhookEvent } from "../../../src/automations/automation.ts";
import { fourKeys } from "../../../src/automations/four-keys/index.ts";
import { targets } from "../../../src/automations/four-keys/targets.ts";

const SELF = { slug: "detoil", login: "detoil[bot]" };
const PUSHED = "2026-11-20T01:00:00Z";

function event(name: string, action: string | null, payload: object): WebhookEvent {
  const repository = { id: 1, owner: "acme", name: "shop" };
  const common = { repository: { pushed_at: PUSHED } };
  return { name, action, installationId: 1, repository, sender: "alice", payload: { ...common, ...payload } };
}

const pull = (action: string, merged: boolean) =>
  event("pull_request", action, { pull_request: { number: 12, merged } });
const issue = (action: string, ...labels: string[]) =>
  event("issues", action, { issue: { number: 9, labels: labels.map((name) => ({ name })) } });
const release = (action: string) => event("release", action, { release: { node_id: "RE_x" } });
const ref = (name: string, ref_type: string) => event(name, null, { ref: "v/1", ref_type });

test.each<[string, WebhookEvent, string[], string[]]>([
  ["a merge", pull("closed", true), ["change/12"], []],
  ["closed unmerged", pull("closed", false), [], []],
  ["an edit before the merge", pull("edited", false), [], []],
  ["an edit after it", pull("edited", true), ["change/12"], []],
  ["a label after it", pull("labeled", true), ["change/12"], []],
  ["a label gone after it", pull("unlabeled", true), ["change/12"], []],
  ["somebody assigned", pull("assigned", true), [], []],
  ["an issue labeled", issue("labeled", "incident"), ["incident/9"], []],
  ["its last label gone", issue("unlabeled"), ["incident/9"], []],
  ["closed with a label", issue("closed", "incident"), ["incident/9"], []],
  ["closed without one", issue("closed"), [], []],
  ["reopened", issue("reopened", "incident"), ["incident/9"], []],
  ["deleted", issue("deleted", "incident"), ["incident/9"], ["gone/incident/9"]],
  ["deleted, its label gone before", issue("deleted"), ["incident/9"], ["gone/incident/9"]],
  ["transferred", issue("transferred", "incident"), ["incident/9"], ["gone/incident/9"]],
  ["a comment's count", issue("assigned", "incident"), [], []],
  [
    "a deployment's status",
    event("deployment_status", "created", { deployment: { node_id: "DE_kwDO=" } }),
    ["deployment/DE_kwDO="],
    [],
  ],
  ["a deployment without a status", event("deployment", "created", { deployment: { node_id: "DE_x" } }), [], []],
  ["a release published", release("published"), ["release/RE_x"], []],
  ["unpublished", release("unpublished"), ["release/RE_x"], []],
  ["a release deleted", release("deleted"), ["release/RE_x"], ["gone/release/RE_x"]],
  ["a tag created", ref("create", "tag"), ["tag/v/1"], [`pushed/tag/v/1:${PUSHED}`]],
  ["a branch created", ref("create", "branch"), [], []],
  ["a tag deleted", ref("delete", "tag"), ["tag/v/1"], ["gone/tag/v/1"]],
  ["a branch deleted", ref("delete", "branch"), [], []],
  ["a tag moved", event("push", null, { ref: "refs/tags/v/1" }), ["tag/v/1"], []],
  [
    "another sre.yml",
    event("push", null, {
      ref: "refs/heads/main",
      repository: { default_branch: "main", pushed_at: PUSHED },
      commits: [{ added: [], modified: [".github/sre.yml"], removed: [] }],
    }),
    ["history", "report", "comments"],
    [],
  ],
  ["a push to a branch", event("push", null, { ref: "refs/heads/main" }), [], []],
  ["a payload without anything", event("pull_request", "closed", {}), [], []],
])("%s", (_name, webhook, woken, observed) => {
  expect(fourKeys.targetsFor(webhook, SELF)).toEqual(woken);
  expect(fourKeys.observes?.(webhook, SELF)).toEqual(observed);
  for (const target of woken)
    expect(targets.format(targets.parse(target) ?? { kind: "change", value: 0 })).toBe(target);
});

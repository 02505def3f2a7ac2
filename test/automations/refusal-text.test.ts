import { expect, test } from "vitest";
import { refusalText } from "../../src/automations/refusal-text.ts";
import { plan } from "../../src/automations/release-pr/plan.ts";
import type { Refusal } from "../../src/github/apply/registry.ts";
import { configOf, contextOf, laneFacts, lanesFacts, openPull, squashes } from "./release-pr/history.ts";

const refusal = (changes: Partial<Refusal>): Refusal => ({
  action: "create-issue",
  identity: "task/1/t",
  number: 12,
  part: null,
  value: null,
  status: 422,
  reason: "Validation Failed",
  hash: "h",
  ...changes,
});

test.each<[Partial<Refusal>, string, string]>([
  [
    { part: "assignee", value: "bo" },
    "GitHub does not accept `bo` as an assignee on #12. Give them access to this repository, or change the assignees in sre.yml.",
    "GitHub は `bo` を #12 の担当者として受け付けません。このリポジトリへのアクセス権を付与するか、sre.yml の担当者を変更してください。",
  ],
  [
    { action: "create-pull-request", part: "draft", value: "draft" },
    "This repository has no draft pull requests, so #12 was opened as an ordinary one. Remove `draft: true` from sre.yml.",
    "このリポジトリではドラフトを使えないため、#12 は通常のプルリクエストとして作成しました。sre.yml から `draft: true` を削除してください。",
  ],
  [
    { action: "add-sub-issue" },
    "GitHub refused to link a sub-issue on #12: `Validation Failed`. Detoil tries again once a day, and as soon as sre.yml changes it.",
    "GitHub が #12 のサブ Issue の追加を拒否しました: `Validation Failed`。Detoil は1日に1回、また sre.yml が変わったときに再試行します。",
  ],
  [
    { number: null },
    "GitHub refused to create an issue: `Validation Failed`. Detoil tries again once a day, and as soon as sre.yml changes it.",
    "GitHub が Issue の作成を拒否しました: `Validation Failed`。Detoil は1日に1回、また sre.yml が変わったときに再試行します。",
  ],
  [
    { action: "update-pull-request", number: null },
    "GitHub refused to update the pull request: `Validation Failed`. Detoil tries again once a day, and as soon as sre.yml changes it.",
    "GitHub がプルリクエストの更新を拒否しました: `Validation Failed`。Detoil は1日に1回、また sre.yml が変わったときに再試行します。",
  ],
  [
    { part: "reviewer", value: "bo", number: null },
    "GitHub does not accept `bo` as a reviewer. Give them access to this repository.",
    "GitHub は `bo` をレビュアーとして受け付けません。このリポジトリへのアクセス権を付与してください。",
  ],
])("%o", (changes, en, ja) => {
  expect(refusalText(refusal(changes), "en")).toBe(en);
  expect(refusalText(refusal(changes), "ja")).toBe(ja);
});

test("GitHub's words and people's are quoted, and ping nobody", () => {
  expect(refusalText(refusal({ reason: "no @acme/all `x`" }), "en")).toContain("`` no @acme/all `x` ``");
});

test("the release pull request reports what GitHub refused on it, each refusal once, and no other target's", () => {
  const config = configOf();
  const { commits, pulls } = squashes([1]);
  const reviewer = refusal({ action: "request-reviewers", part: "reviewer", value: "bo", number: 7 });
  const facts = lanesFacts(laneFacts(config, commits, pulls, { openPull: openPull({ number: 7 }) }));
  const at = {
    ...contextOf(config),
    refusals: [reviewer, { ...reviewer, hash: "i" }, { ...reviewer, number: 8, value: "zoe" }],
  };
  const update = plan(facts, at).find((action) => action.action === "update-pull-request");
  expect(update?.body?.split("GitHub does not accept `bo` as a reviewer on #7.")).toHaveLength(2);
  expect(update?.body).not.toContain("zoe");
});

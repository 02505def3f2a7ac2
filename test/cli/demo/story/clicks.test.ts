import { expect, test } from "vitest";
import { clicksOf } from "../../../../src/cli/demo/story/clicks.ts";
import { shop } from "../../github/page/world.ts";

function clicked(language: "en" | "ja", ...all: readonly Readonly<Record<string, unknown>>[]): string[] {
  const repo = shop().repos.get("acme/shop");
  if (repo === undefined) throw new Error("the world has no acme/shop");
  return clicksOf(
    language,
    all.map((fields) => ({ fields, repo })),
  );
}

test.each([
  [{ action: "merge-pull", as: "bo", number: 3, merge_method: "squash" }, "bo › #3 › Squash and merge"],
  [{ action: "comment", as: "bo", number: 3, body: "/sre help" }, "bo › #3 › Comment › /sre help"],
  [{ action: "open-issue", as: "bo", title: "Slow", labels: ["docs"] }, "bo › New issue › “Slow”, label docs"],
  [
    { action: "create-milestone", as: "bo", title: "v2", due_on: "2026-12-10T12:00:00Z" },
    "bo › Create milestone › v2, due Thu 10 Dec",
  ],
  [
    { action: "edit-milestone", as: "bo", number: 2, due_on: "2026-12-17T12:00:00Z" },
    "bo › Milestones › 1.3 › Edit › Thu 17 Dec › Save changes",
  ],
  [{ action: "create-deployment", as: "bo", ref: "a".repeat(40) }, "bo › deploys aaaaaaa to production"],
  [{ action: "push", as: "bo", branch: "fix" }, "bo › git push origin fix"],
  [{ action: "push", as: "bo", branch: "fix", force: true }, "bo › git push --force-with-lease origin fix"],
])("%j is %s", (fields, line) => {
  expect(clicked("en", fields)).toEqual([line]);
});

test("the push of a new branch belongs to its pull request", () => {
  const push = { action: "push", as: "bo", branch: "gift" };
  const open = { action: "open-pull", as: "bo", title: "Gift cards", head: "gift", base: "main" };
  expect(clicked("en", { ...push, branch: "else" }, push, push, open)).toEqual([
    "bo › git push origin else",
    "bo › Create pull request › “Gift cards”, gift → main",
  ]);
  expect(clicked("ja", push, open)).toEqual(["bo › プルリクエストを作成 › 「Gift cards」、gift → main"]);
});

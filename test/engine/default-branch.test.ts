import { expect, test } from "vitest";
import { defaultBranchIn } from "../../src/engine/default-branch.ts";
import { readDelivery } from "../../src/engine/delivery.ts";

const repository = { id: 10, full_name: "acme/shop", default_branch: "develop" };
const pushed = { ref: "refs/heads/develop", before: "aaa", after: "abc" };

test.each<[string, string, Record<string, unknown>, string | null]>([
  ["a push to it", "push", pushed, "abc"],
  ["a push to another branch", "push", { ...pushed, ref: "refs/heads/main" }, null],
  ["a push of a tag of its name", "push", { ...pushed, ref: "refs/tags/develop" }, null],
  ["a push that does not say where to", "push", { after: "abc" }, "abc"],
  ["a push that does not name its commit", "push", { ref: "refs/heads/develop" }, ""],
  [
    "a repository that does not name its branch",
    "push",
    { ...pushed, repository: { ...repository, default_branch: null } },
    "abc",
  ],
  ["another default branch, another name, private, public", "repository", { action: "edited" }, ""],
  ["the repository is gone", "repository", { action: "deleted" }, null],
  ["anything else", "pull_request", pushed, null],
  ["no installation", "push", { ...pushed, installation: null }, null],
])("%s", (_name, event, payload, tip) => {
  const delivery = readDelivery("g", event, { installation: { id: 1 }, repository, ...payload });
  const before = payload.before ?? "";
  const expected = { installationId: 1, repositoryId: 10, before, tip };
  expect(defaultBranchIn(delivery)).toEqual(tip === null ? null : expected);
});

import assert from "node:assert/strict";
import { at, type Fact } from "../../fact.ts";
import { madeBranch, openedPull } from "../../made.ts";
import { tipOf } from "../../read.ts";
import { eventNames, PAYLOADS, SERVER } from "./server.ts";

const MOVE = "/repos/{owner}/{repo}/git/refs/{ref}";

export const codeEvents: readonly Fact[] = [
  {
    id: "webhooks/merging",
    says: "Merging, by any method, sends a push to the base, the suite of that push, and the closed pull request.",
    source: `${PAYLOADS}: pull_request, push, check_suite`,
    takes: SERVER,
    seen: async (stage) => {
      for (const merge_method of ["merge", "squash", "rebase"]) {
        const [base, head] = [await madeBranch(stage, stage.before), await madeBranch(stage, stage.head)];
        const { number } = await openedPull(stage, { base, head });
        await stage.deliveries();
        const how = { pull_number: number, merge_method };
        await stage.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", how, "person");
        const deliveries = await stage.deliveries();
        assert.deepEqual(
          deliveries.map(({ name }) => name),
          ["push", "check_suite.requested", "pull_request.closed"],
          merge_method,
        );
        const [push, , closed] = deliveries;
        assert.deepEqual(
          [at(push?.body, "ref"), at(push?.body, "after")],
          [`refs/heads/${base}`, await tipOf(stage, base)],
        );
        assert.deepEqual([at(closed?.body, "number"), at(closed?.body, "pull_request", "merged")], [number, true]);
      }
      return "push, check_suite.requested, pull_request.closed";
    },
  },
  {
    id: "webhooks/synchronize",
    says: "A push to an open pull request's branch sends the push, its suite, and `synchronize`.",
    source: `${PAYLOADS}: pull_request`,
    takes: SERVER,
    seen: async (stage) => {
      const [base, head] = [await madeBranch(stage, stage.before), await madeBranch(stage, stage.head)];
      await openedPull(stage, { base, head });
      await stage.deliveries();
      await stage.act("push", { branch: head, commits: [{ message: "three" }] });
      const names = await eventNames(stage);
      assert.deepEqual(names, ["push", "check_suite.requested", "pull_request.synchronize"]);
      return names.join(", ");
    },
  },
  {
    id: "webhooks/refs",
    says: "A branch that is created, moved and deleted sends `create`, `push` and `delete`, each with its push and suite.",
    source: `${PAYLOADS}: create, push, delete`,
    takes: SERVER,
    seen: async (stage) => {
      const ref = "heads/release/1";
      const made = { ref: `refs/${ref}`, sha: stage.before };
      await stage.rest("POST /repos/{owner}/{repo}/git/refs", made, "person");
      await stage.rest(`PATCH ${MOVE}`, { ref, sha: stage.head }, "person");
      const { number } = await openedPull(stage, { base: await madeBranch(stage, stage.before), head: "release/1" });
      await stage.deliveries().then((deliveries) => assert.equal(deliveries.at(-1)?.name, "pull_request.opened"));
      await stage.rest(`PATCH ${MOVE}`, { ref, sha: stage.before, force: true }, "person");
      const forced = (await stage.deliveries()).find(({ name }) => name === "push");
      assert.equal(at(forced?.body, "forced"), true);
      await stage.rest(`DELETE ${MOVE}`, { ref }, "person");
      const deliveries = await stage.deliveries();
      assert.deepEqual(
        deliveries.map(({ name }) => name),
        ["delete", "push", "pull_request.closed"],
      );
      assert.equal(at(deliveries.at(-1)?.body, "number"), number);
      return "delete, push, pull_request.closed";
    },
  },
  {
    id: "webhooks/new-branch",
    says: "A new branch sends `create`, `push` and a suite, one that moves `push` and a suite.",
    source: `${PAYLOADS}: create, push`,
    takes: SERVER,
    seen: async (stage) => {
      const ref = "heads/release/1";
      await stage.rest("POST /repos/{owner}/{repo}/git/refs", { ref: `refs/${ref}`, sha: stage.before }, "person");
      assert.deepEqual(await eventNames(stage), ["create", "push", "check_suite.requested"]);
      await stage.rest(`PATCH ${MOVE}`, { ref, sha: stage.head }, "person");
      assert.deepEqual(await eventNames(stage), ["push", "check_suite.requested"]);
      return "create, push, check_suite.requested";
    },
  },
];

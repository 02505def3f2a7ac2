import assert from "node:assert/strict";
import { at, type Fact } from "../../fact.ts";
import { madeBranch } from "../../made.ts";
import { tipOf } from "../../read.ts";

const MOVE = "PATCH /repos/{owner}/{repo}/git/refs/{ref}";
const REMOVE = "DELETE /repos/{owner}/{repo}/git/refs/{ref}";

export const branches: readonly Fact[] = [
  {
    id: "git/refs",
    says: "A branch is created, moved forward and deleted by its ref; anything but a fast-forward is refused with 422, unless it is forced.",
    source: "REST: Git references",
    seen: async (scratch) => {
      const branch = `facts/${scratch.name("release")}`;
      const ref = `heads/${branch}`;
      const made = { ref: `refs/${ref}`, sha: scratch.before };
      assert.equal((await scratch.rest("POST /repos/{owner}/{repo}/git/refs", made, "person")).status, 201);
      scratch.afterwards(() => scratch.rest(REMOVE, { ref }, "person"));
      assert.equal((await scratch.rest("POST /repos/{owner}/{repo}/git/refs", made, "person")).status, 422);
      assert.equal((await scratch.rest(MOVE, { ref, sha: scratch.head }, "person")).status, 200);
      assert.equal(await tipOf(scratch, branch), scratch.head);
      const back = await scratch.rest(MOVE, { ref, sha: scratch.before }, "person");
      assert.equal(back.status, 422);
      assert.equal((await scratch.rest(MOVE, { ref, sha: scratch.before, force: true }, "person")).status, 200);
      assert.equal((await scratch.rest(REMOVE, { ref }, "person")).status, 204);
      assert.equal(await tipOf(scratch, branch), null);
      return `422 ${at(back.data, "message")}`;
    },
  },
  {
    id: "git/matching-refs",
    says: "`git/matching-refs/heads/X` lists every branch that begins with X; without any the list is empty.",
    source: "REST: List matching references",
    seen: async (scratch) => {
      const branch = await madeBranch(scratch, scratch.head);
      const route = "GET /repos/{owner}/{repo}/git/matching-refs/{ref}";
      const matching = async (start: string) => (await scratch.rest(route, { ref: `heads/${start}` })).data;
      await scratch.until(async () => at(await matching(branch), 0, "ref") === `refs/heads/${branch}`);
      assert.equal(at(await matching(branch), 0, "object", "sha"), scratch.head);
      assert.deepEqual(await matching("no-such-branch-here"), []);
      return "found, and none";
    },
  },
];

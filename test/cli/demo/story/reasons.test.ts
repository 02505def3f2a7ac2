import { expect, test } from "vitest";
import { createSimulator } from "../../../../simulator/index.ts";
import { reasonFor, Writes } from "../../../../src/cli/demo/story/reasons.ts";
import { sheetOf, writtenSince } from "../../../../src/cli/demo/story/written.ts";
import type { Plan } from "../../../../src/github/actions.ts";
import { apply, startApplying } from "../../../../src/github/apply/index.ts";
import { connectToken } from "../../../../src/github/token.ts";
import { shop } from "../../github/page/world.ts";

test("of several plans each write keeps its own reason, and the last one of its own", async () => {
  const simulator = createSimulator(shop());
  const repo = simulator.state.repos.get("acme/shop");
  if (repo === undefined) throw new Error("the world has no acme/shop");
  const github = connectToken({
    baseUrl: `${simulator.baseUrl}/api/v3`,
    token: simulator.installationToken(),
    slug: simulator.app.slug,
    fetch: simulator.fetch,
  });
  const carryOut = async (...plan: Plan) =>
    void (await apply(startApplying(github, { owner: "acme", repo: "shop" }, plan)));
  const sheet = () => sheetOf(simulator.state, repo);
  const say = (body: string) => ({ action: "create-comment", number: 9, body, identity: body }) as const;
  const check = {
    action: "set-check-run",
    name: "Detoil / release",
    head_sha: repo.pulls.get(7)?.head_sha ?? "",
    output: { title: "Frozen", summary: "" },
  } as const;

  const before = sheet();
  const writes = new Writes("acme/shop");
  await carryOut({ ...say("Whose turn?"), because: "it is alice's turn" });
  await carryOut({ ...check, conclusion: "failure", because: "it is frozen" });
  await carryOut({ ...say("Still waiting."), because: "alice has not answered" });
  const run = [...repo.check_runs.values()].at(-1)?.id ?? 0;
  const lifted = { ...check, check_run_id: run, output: { title: "Lifted", summary: "" } };
  await carryOut({ ...lifted, conclusion: "success", because: "the freeze is lifted" });
  writes.end();
  await carryOut({ ...say("Later"), because: "nobody listens any more" });

  expect(writtenSince(before, sheet()).map((one) => [one.added[0] ?? one.what, reasonFor(one, writes.done)])).toEqual([
    ["Whose turn?", "it is alice's turn"],
    ["Still waiting.", "alice has not answered"],
    ["Later", null],
    ["Detoil / release on #7: Lifted", "the freeze is lifted"],
  ]);
});

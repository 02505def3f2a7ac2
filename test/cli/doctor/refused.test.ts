import { expect, test } from "vitest";
import { examineRefused } from "../../../src/cli/doctor/refused.ts";
import { openRegistry } from "../../../src/engine/registry.ts";
import { mostlyOnServer } from "../../each-database.ts";
import { acmeShop } from "../../engine/places.ts";

mostlyOnServer((create) => {
  test("doctor names what GitHub refused, with GitHub's words", async () => {
    const database = await create();
    const store = await database.open();
    await acmeShop(store);
    const scope = { installationId: 1, repositoryId: 10, automation: "milestone-tasks" };
    const registry = await openRegistry(store, scope, "milestone/1", { seconds: 1 });
    const refusal = { action: "create-issue", identity: "t", status: 422, reason: "Validation\nFailed" } as const;
    await registry.refused({ ...refusal, number: 7, part: "assignee", value: "gone", hash: "a" });
    await registry.refused({ ...refusal, number: null, part: null, value: null, hash: "b" });
    const texts = (await examineRefused(store.db)).map(({ state, text }) => `${state} ${text}`);
    expect(texts.sort()).toEqual([
      "fix GitHub refuses create-issue on acme/shop, for milestone-tasks: 422 Validation Failed. Detoil tries it again when it changes, or after a day.",
      "fix GitHub refuses the assignee gone (create-issue) on acme/shop#7, for milestone-tasks: 422 Validation Failed. Detoil tries it again when it changes, or after a day.",
    ]);
    const later = await openRegistry(store, scope, "milestone/1", { seconds: 1 });
    expect([...later.refusals].sort()).toEqual(["a", "b"]);
    expect((await openRegistry(store, scope, "milestone/2", { seconds: 1 })).known).toEqual([]);
    await later.dropRefusals(later.known);
    expect(await examineRefused(store.db)).toEqual([]);
    await database.giveBack();
  });
});

import { sql } from "kysely";
import { expect, test } from "vitest";
import { putInstallation } from "../../src/store/installations.ts";
import { migrations } from "../../src/store/migrations.ts";
import { observeAll, readObservations } from "../../src/store/observations.ts";
import { upsertRepositories } from "../../src/store/repositories.ts";
import { eachDatabase } from "../each-database.ts";

const scope = (automation: string) => ({ installationId: 1, repositoryId: 5, automation });

eachDatabase((create) => {
  test("an upgrade knows what was answered before, and what was not", async () => {
    const database = await create();
    try {
      const { db } = await database.open();
      await putInstallation(db, { id: 1, account: "acme", suspended: false, permissions: null });
      await upsertRepositories(db, [{ installationId: 1, id: 5, owner: "acme", name: "shop" }]);
      const given = { number: null, id: 77 };
      await observeAll(db, [
        { ...scope("milestone-tasks"), key: "made/5/9/freeze" },
        { ...scope("milestone-tasks"), key: "comment/12/31" },
        { ...scope("milestone-tasks"), key: "created/reply/31", value: given },
        { ...scope("milestone-tasks"), key: "comment/12/32" },
        { ...scope("milestone-tasks"), key: "created/reaction/32/confused", value: given },
        { ...scope("milestone-tasks"), key: "comment/14/33" },
        // the fallback of before saw every command, and answered some
        ...["31", "32", "34"].map((id) => ({ ...scope("commands"), key: `comment/${id === "34" ? 15 : 12}/${id}` })),
        { ...scope("commands"), key: "created/reply/34", value: given },
      ]);
      await migrations["0008-commands"]?.up(db);
      const keys = async (automation: string) =>
        (await readObservations(db, scope(automation), "")).map(({ key }) => key);
      expect(await keys("milestone-tasks")).toEqual(["made/5/9/freeze"]);
      expect(await keys("commands")).toEqual([
        "comment/12/31",
        "comment/12/32",
        "comment/14/33",
        "comment/15/34",
        "created/reaction/32/confused",
        "created/reply/31",
        "created/reply/34",
      ]);
      const { rows } = await sql<{ target: string }>`select target from work_items
        where automation = 'commands' and generation > observed_generation`.execute(db);
      expect(rows).toEqual([{ target: "conversation/14" }]);
    } finally {
      await database.drop();
    }
  });
});

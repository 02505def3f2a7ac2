import { sql } from "kysely";
import { expect } from "vitest";
import { listInstallations } from "../../src/store/installations.ts";
import { furtherStory, story } from "../harness/story.ts";

furtherStory(
  "a repository is followed through its new name and its new owner",
  {},
  async ({ team, reads, settled }) => {
    await team.opens("Sell apples");
    await team.opens("Sell pears");
    await team.merges(1);
    await settled();
    reads.pull(3);
    reads.checks();

    await team.acts("bo", "rename-repo", { name: "market" });
    await team.merges(2);
    await settled();
    expect(reads.pull(3).text).toContain("- [ ] #2 @alice");
    reads.checks();

    await team.acts("bo", "install", { account: "globex" });
    await team.acts("bo", "transfer-repo", { owner: "globex" });
    await team.opens("Sell plums");
    await team.merges(4);
    await settled();
    expect(reads.pull(3).text).toContain("- [ ] #4 @alice");
    reads.checks();
  },
);

furtherStory(
  "an organization is followed through its new name",
  { app: { events: ["installation_target", "push", "pull_request", "check_run", "check_suite"] } },
  async ({ database, stops, starts, team, reads, settled }) => {
    await team.merges(await team.opens("Sell apples"));
    await settled();
    reads.pull(2);
    reads.checks();

    await team.acts("bo", "rename-account", { login: "zenith" });
    await team.merges(await team.opens("Sell pears"));
    await settled();
    expect(team.repo.name).toBe("zenith/shop");
    expect(reads.pull(2).text).toContain("- [ ] #3 @alice");
    reads.checks();

    await stops();
    const store = await database.open();
    expect(await listInstallations(store.db)).toMatchObject([{ account: "zenith" }]);
    const { rows } = await sql<{ owner: string }>`select owner from repositories`.execute(store.db);
    expect(rows).toEqual([{ owner: "zenith" }]);
    await store.close();
    await starts();
  },
);

furtherStory("an archived repository is left alone", {}, async ({ team, reads, settled }) => {
  await team.opens("Sell apples");
  await team.acts("bo", "archive");
  await settled();
  await team.acts("bo", "unarchive");
  await team.merges(1);
  await settled();
  expect(reads.pull(2).text).toContain("- [ ] #1 @alice");
  reads.checks();
});

furtherStory(
  "a suspended installation is left alone, and catches up afterwards",
  {},
  async ({ team, reads, settled }) => {
    await team.opens("Sell apples");
    await team.acts("bo", "suspend");
    await team.merges(1);
    await settled();
    expect(team.repo.pulls.size).toBe(1);
    await team.acts("bo", "unsuspend");
    await settled();
    expect(reads.pull(2).text).toContain("- [ ] #1 @alice");
    reads.checks();
  },
);

story(
  "uninstalling removes everything that was stored",
  {},
  async ({ database, stops, starts, team, reads, settled }) => {
    await team.opens("Sell apples");
    await team.merges(1);
    await settled();
    reads.pull(2);
    reads.checks();

    await team.acts("bo", "uninstall");
    await settled();
    await stops();
    const store = await database.open();
    for (const table of ["installations", "repositories", "work_items", "schedules"] as const) {
      expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([]);
    }
    await store.close();
    await starts();
  },
);

furtherStory(
  "a missing permission is reported in one issue, which closes when it is granted",
  {
    app: { permissions: { metadata: "read", contents: "read", issues: "write", pull_requests: "write" } },
  },
  async ({ github, team, reads, settled }) => {
    await team.merges(await team.opens("Sell apples"));
    await settled();
    const [issue, ...more] = reads.openIssues();
    expect(more).toEqual([]);
    expect(reads.issue(issue ?? 0).text).toMatch(/checks/i);

    const permissions = { ...github.simulator.state.app.permissions, checks: "write" };
    await team.acts("bo", "set-permissions", { permissions });
    await settled();
    expect(reads.issue(issue ?? 0).state).toBe("closed");
    expect(reads.pull(team.standing()).text).toContain("- [ ] #2 @alice");
    reads.checks();
  },
);

import { expect } from "vitest";
import { readManifest } from "../../src/web/setup/manifest.ts";
import { furtherStory } from "../harness/story.ts";

const SRE = `version: 1
renovate:
  cadence: monthly
  owners: [bo]
`;

const body = (name: string) => `This PR contains the following updates:

| Package | Type | Update | Change |
|---|---|---|---|
| [${name}](https://example.org/${name}) | dependencies | minor | \`1.2.0\` → \`1.3.0\` |

 - [ ] <!-- rebase-check -->If you want to rebase/retry this PR, check this box
`;

furtherStory(
  "a team keeps its promise, slides, is nudged in time, promises less, and keeps that",
  {
    sre: SRE,
    repo: { default_branch: "main", branches: { main: "first" } },
    repos: [{ name: "acme/.github", files: { ".github/sre.yml": "version: 1\norg: {teams: {fruit: [shop]}}\n" } }],
    // Whoever registered the App lets it write contents.
    app: { permissions: { ...readManifest().default_permissions, contents: "write" } },
  },
  async ({ github, team, reads, settled, elsewhere }) => {
    const { reads: organization } = elsewhere("acme/.github");
    /** The row of acme/shop in the organization's table. */
    const row = () =>
      organization
        .issue(1)
        .text.split("\n")
        .find((line) => line.startsWith("| [shop]"));
    const goesTo = async (time: string) => {
      await github.moveClock(time);
      await settled();
    };
    const offers = (name: string) =>
      team.opens(`Update dependency ${name} to v1.3.0`, {
        ...{ as: "renovate[bot]", base: "main", head: `renovate/${name}-1.x`, body: body(name) },
      });
    const [issue = 0] = reads.openIssues();
    const verdict = () => reads.issue(issue).text.split("\n")[0];
    expect(verdict()).toBe(
      "**Promised monthly.** No update has been offered yet: is Renovate or Dependabot set up here?",
    );

    await goesTo("2026-12-01T10:00:00Z");
    await team.merges(await offers("apples"));
    await goesTo("2027-01-04T10:00:00Z");
    await team.merges(await offers("pears"));
    await goesTo("2027-02-01T10:00:30Z");
    expect(verdict()).toBe(
      "**Promised monthly, and kept** in the last month. Last merge Mon 4 Jan; no update is waiting.",
    );

    // Nobody has time in February.
    const plums = await offers("plums");
    expect(reads.comments(issue)).toEqual([]);
    await goesTo("2027-02-23T10:00:00Z");
    const [first = ""] = reads.comments(issue);
    expect(first.split("\n")[0]).toBe(
      "@bo: To keep the promise “monthly”, merge at least one update by **Mon 1 Mar 00:00 UTC**: none has been merged in this period.",
    );

    await goesTo("2027-03-01T09:00:30Z");
    expect(verdict()).toBe(
      "**Promised monthly, and nothing was merged in February.** Last merge Mon 4 Jan; 1 update is waiting, since Mon 1 Feb.",
    );
    expect(reads.comments(issue)[1]).toMatch(
      /^@bo: \*\*The promise “monthly” is broken\*\*: no update has been merged since Mon 4 Jan\./,
    );
    await goesTo("2027-03-24T10:00:00Z");
    await team.merges(plums);
    await settled();
    expect(reads.issue(issue).text).toContain("A promise you would have kept: `cadence: quarterly`.");

    await team.comments(issue, "/sre cadence quarterly");
    await settled();
    const { number } = [...team.repo.pulls.values()].find(({ head }) => head === "detoil/cadence") ?? { number: 0 };
    expect(reads.comments(issue)[2]).toContain(`#${number} changes the promise from \`monthly\` to \`quarterly\`.`);
    expect(reads.reactions(issue)).toEqual([["/sre cadence quarterly", "eyes"]]);
    expect(reads.pull(number)).toMatchObject({ title: "Promise dependency updates: quarterly", state: "open" });
    expect(reads.file(".github/sre.yml", "detoil/cadence")).toBe(SRE.replace("monthly", "quarterly"));
    expect(reads.checks()).toEqual([["Detoil / config", `#${number}`, "success", expect.any(String)]]);
    await team.merges(number);
    await settled();
    await goesTo("2027-04-01T10:00:30Z");
    expect(verdict()).toBe(
      "**Promised quarterly, and kept** in the last quarter. Last merge Wed 24 Mar; no update is waiting.",
    );
    await team.merges(await offers("figs"));
    await goesTo("2027-07-01T10:00:30Z");
    expect(verdict()).toBe(
      "**Promised quarterly, and kept** in 2 of the last 2 quarters. Last merge Thu 1 Apr; no update is waiting.",
    );
    expect(reads.comments(issue), "nobody was bothered any more").toHaveLength(3);
    expect(reads.openIssues()).toEqual([issue]);
    // The table is made of what the night before recorded.
    await goesTo("2027-07-02T10:00:30Z");
    expect(row()).toMatch(/^\| \[shop\]\(…\) \| quarterly \| ✅ kept \| 2 of 2 \| /);
  },
);

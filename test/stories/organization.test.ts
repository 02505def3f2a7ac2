import { expect } from "vitest";
import { PRODUCTION, repository } from "../cli/four-keys/world.ts";
import { furtherStory } from "../harness/story.ts";

const ORG = `version: 1
org:
  teams: {web: [acme/web-*]}
`;

/** A repository of the organization; no two of them give an issue the same number. */
function member(name: string, sre: string, last: number) {
  const { issues, ...one } = repository(name, sre);
  const latest = {
    number: last,
    title: "Plant trees",
    user: "alice",
    state: "closed",
    closed_at: "2026-11-01T00:00:00Z",
  };
  return { ...one, default_branch: "main", issues: [...issues, latest] };
}

furtherStory(
  "an organization of six repositories whose table is right",
  {
    sre: null,
    repo: { ...member("acme/shop", PRODUCTION, 20) },
    repos: [
      member("acme/api", `${PRODUCTION}  lead-time: merged\n  statistic: mean\n`, 30),
      member("acme/web-shop", PRODUCTION.replace("[production]", "[live]"), 40),
      { ...member("acme/web-docs", "version: 1\n", 50), deployments: [] },
      member("acme/tools", "version: 1\nfour-keys: {windo: 1}\n", 60),
      { name: "acme/.github", default_branch: "main", private: true, files: { ".github/sre.yml": ORG } },
    ],
  },
  async ({ github, reads, elsewhere, settled }) => {
    // History is read a piece at a time, and then the report is made; the table comes by its schedule.
    for (let second = 10; second < 60; second += 10) {
      await github.moveClock(`2026-11-20T01:00:${second}Z`);
      await settled();
    }
    await github.moveClock("2026-11-23T09:00:30Z");
    await settled();
    const home = elsewhere("acme/.github").reads;
    const [table = 0, ...more] = home.openIssues();
    expect(more).toEqual([]);
    const { title, text } = home.issue(table);
    expect(title).toBe("Four Keys of acme");
    const row = (name: string, ...cells: readonly string[]) => {
      const window = `[Mon 19 Oct – Mon 16 Nov](…)`;
      return `| [${name}](…) | ${[window, ...cells].join(" | ")} |`;
    };
    // Two deployments in 28 days, the second of which failed for 43 minutes. From the first commits 7 and 31 hours; from
    // the merges 2 and 26.
    const failed = ["50% (1/2) · low", "43 min"];
    expect(text.split("\n").filter((line) => /^(?:###|\*\*|\d|\| \[)/.test(line))).toEqual([
      "**2 of 3 repositories deployed in their window.**",
      "### web",
      "1 repository did not deploy in its window.",
      row(
        "web-shop",
        "0",
        "–",
        "–",
        "43 min · elite",
        "–",
        "deployments: none is known; is `deployments` in its sre.yml right?",
      ),
      "### Repositories of no team",
      "2 of 2 repositories deployed in their window.",
      row(
        "api",
        "2, 1 in 14 days · medium",
        "14 h (mean) · elite",
        failed[0] ?? "",
        "43 min (mean) · elite",
        "0% (0/2)",
        "–",
      ),
      row("shop", "2, 1 in 14 days · medium", "19 h · elite", failed[0] ?? "", "43 min · elite", "0% (0/2)", "–"),
      "2 repositories have no `four-keys` section in sre.yml: `.github`, `web-docs`.",
      "1 repository has problems in sre.yml, and an issue there that names them: `tools`. Until they are fixed, the last valid version counts, if there was one.",
    ]);
    for (const [repo, issue] of [
      ["acme/api", 31],
      ["acme/web-shop", 41],
    ] as const)
      expect(elsewhere(repo).reads.issue(issue).title).toBe("Four Keys");
    expect(reads.issue(21).title).toBe("Four Keys");
    const [broken = 0] = elsewhere("acme/tools").reads.openIssues();
    expect(elsewhere("acme/tools").reads.issue(broken).text).toContain("`windo`");
  },
);

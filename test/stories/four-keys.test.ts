import { expect } from "vitest";
import { furtherStory, type Story } from "../harness/story.ts";
import type { OpenOptions } from "../harness/team.ts";

const SRE = `version: 1
four-keys:
  deployments: {environment: [production]}
  window: 8 weeks
`;

const DECEMBER = (day: number) => `2026-12-${String(day).padStart(2, "0")}T10:00:00Z`;

/** Webhooks of what people do together arrive at once, each twice, in any order. */
async function inDisorder({ github, settled }: Story, time: string, acts: () => Promise<void>): Promise<void> {
  await github.moveClock(time);
  await settled();
  const { webhooks } = github.simulator;
  Object.assign(webhooks, { deliver: "hold", duplicate: 1, shuffle: Date.parse(time) % 97 });
  await acts();
  Object.assign(webhooks, { deliver: "live", duplicate: 0, shuffle: null });
  github.simulator.release();
  await settled();
}

// The demo tells such a story on the embedded database. Every act takes a minute: a push, the pull request, its merge, a deployment, its success.
furtherStory(
  "two months with a failed deployment, a hotfix, a revert and a roll-back come out as the right five numbers",
  { sre: SRE, repo: { default_branch: "main", branches: { main: "first" } } },
  async (told) => {
    const { github, team, reads, settled } = told;
    const opens = (title: string, options: OpenOptions = {}) => team.opens(title, { base: "main", ...options });
    const deploys = async (ref = "main"): Promise<void> => {
      const { id } = await team.acts("bo", "create-deployment", { ref });
      await team.acts("bo", "deployment-status", { id, state: "success" });
    };
    const [issue] = reads.openIssues();
    if (issue === undefined) throw new Error("there is no issue of the Four Keys from the beginning");
    expect(reads.issue(issue)).toMatchObject({ title: "Four Keys", user: "detoil[bot]" });

    await inDisorder(told, "2026-11-24T10:00:00Z", async () => {
      await team.merges(await opens("Sell apples")); // shipped after 4 minutes
      await deploys();
    });

    let [pears, incident] = [0, 0];
    await inDisorder(told, DECEMBER(1), async () => {
      pears = await opens("Sell pears");
    });
    await inDisorder(told, DECEMBER(2), async () => {
      await team.merges(pears); // after 24 hours and 2 minutes
      await deploys();
      incident = await team.reports("Nobody can pay");
      await team.labels(incident, "incident");
      const hotfix = await opens("Let people pay"); // 5 minutes
      await team.labels(hotfix, "hotfix");
      await team.merges(hotfix);
      await deploys();
      await team.closes(incident); // 8 minutes after it was opened
    });

    let before = "";
    await inDisorder(told, DECEMBER(15), async () => {
      const plums = await opens("Sell plums"); // 4 minutes
      await team.merges(plums);
      await deploys();
      const revert = await opens('Revert "Sell plums"', { head: "revert", body: `Reverts acme/shop#${plums}` });
      await team.merges(revert); // 4 minutes; what it reverts was broken for 3
      await deploys();
      before = team.head("main");
    });

    await inDisorder(told, "2027-01-12T10:00:00Z", async () => {
      await team.merges(await opens("Sell figs")); // 4 minutes
      await deploys();
      await deploys(before); // broken for 2 minutes
    });

    // A Monday, 10:00: the schedule's next time.
    await github.moveClock("2027-01-18T10:00:30Z");
    await settled();
    const { text } = reads.issue(issue);
    expect(text).toContain(
      "**7 deployments brought 6 changes** from Mon 23 Nov 2026 10:00 UTC to Mon 18 Jan 10:00 UTC.",
    );
    const numbers = [...text.matchAll(/^\| \*\*(.+?)\*\*<br>.*? \| \*\*(.+?)\*\*<br>(.+?) \|/gm)];
    expect(numbers.map(([, ...cells]) => cells)).toEqual([
      ["Deployment frequency", "1 in 8 days", "7 deployments"],
      ["Lead time for changes", "4 min", "median of 6 changes"],
      ["Change fail rate", "42.9%", "3 of 7"],
      ["Failed deployment recovery time", "3 min", "median of 3 incidents"],
      ["Deployment rework rate", "28.6%", "2 of 7"],
    ]);
    expect(reads.openIssues()).toEqual([issue]);
  },
);

furtherStory(
  "a pull request says once when it was deployed",
  {
    sre: SRE.replace("[production]", "[production, asia]").concat("  comment: true\n"),
    repo: { default_branch: "main", branches: { main: "first" } },
  },
  async ({ github, team, reads, settled }) => {
    const deploys = async (environment: string): Promise<void> => {
      const { id } = await team.acts("bo", "create-deployment", { ref: "main", environment });
      await team.acts("bo", "deployment-status", { id, state: "success" });
      await settled();
    };
    for (const issue of reads.openIssues()) expect(reads.issue(issue).title).toBe("Four Keys");
    // What it replaces: of the first deployment only its own commit is known.
    await deploys("production");
    await deploys("asia");
    const apples = await team.opens("Sell apples", { base: "main" });
    const pears = await team.opens("Sell pears", { base: "main" });
    await team.merges(apples);
    await team.merges(pears);
    await deploys("production");
    for (const [pull, minutes] of [
      [apples, 7],
      [pears, 5],
    ] as const) {
      const [comment = "", ...more] = reads.comments(pull);
      expect(comment).toMatch(
        new RegExp(
          `^\\*\\*Deployed\\*\\* on Fri 20 Nov 01:\\d\\d UTC, ${minutes} min after the first commit: .* to \`production\``,
        ),
      );
      expect(comment).toContain("The slowest stage was");
      expect(more).toEqual([]);
    }
    // Another environment, and another night: nothing more is said.
    await deploys("asia");
    await github.moveClock("2026-11-21T06:00:00Z");
    await settled();
    for (const issue of reads.openIssues()) reads.issue(issue);
  },
);

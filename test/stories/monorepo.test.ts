import { expect, vi } from "vitest";
import { run } from "../cli/four-keys/world.ts";
import { furtherStory } from "../harness/story.ts";

/** The web ships on its own; what goes to `production` ships everything. */
const SRE = `version: 1
four-keys:
  deployments: {environment: [production]}
  services:
    - {name: web, paths: ["web/**"], environment: [web-prod]}
    - {name: api, paths: ["api/**"]}
  comment: true
`;

// Every act takes a minute: a push, the pull request, its merge, a deployment, its success.
furtherStory(
  "a monorepo: a change ships once for each service that it touches, with that service's deployment",
  { sre: SRE, repo: { default_branch: "main", branches: { main: "first" } } },
  async ({ github, team, reads, settled }) => {
    const deploys = async (environment: string): Promise<number> => {
      const { id } = await team.acts("bo", "create-deployment", { ref: "main", environment });
      await team.acts("bo", "deployment-status", { id, state: "success" });
      await settled();
      return Number(id);
    };
    const line = (service: string, minutes: number, environment: string) =>
      expect.stringMatching(
        new RegExp(
          `^- \`${service}\`: \\*\\*Deployed\\*\\* on .*, ${minutes} min after the first commit: .* to \`${environment}\``,
        ),
      );
    const said = (pull: number) => reads.comments(pull).map((text) => text.split("\n\n")[0]?.split("\n"));

    // What is replaced later: of the first deployments only their own commit is known.
    await deploys("production");
    await deploys("web-prod");
    const both = { "web/apples.ts": "1\n", "api/apples.ts": "1\n" };
    const apples = await team.opens("Sell apples", { base: "main", files: both });
    await team.merges(apples);
    const web = await deploys("web-prod");
    expect(said(apples)).toEqual([[line("web", 4, "web-prod")]]);

    const pears = await team.opens("Sell pears", { base: "main", files: { "api/pears.ts": "1\n" } });
    await team.merges(pears);
    // The web has none of it.
    await deploys("web-prod");
    expect(reads.comments(pears)).toEqual([]);
    const all = await deploys("production");
    expect(said(apples)).toEqual([[line("web", 4, "web-prod"), line("api", 11, "production")]]);
    expect(said(pears)).toEqual([[line("api", 6, "production")]]);

    // A Monday, 10:00: the schedule's next time.
    await github.moveClock("2026-11-23T10:00:30Z");
    await settled();
    const [issue = 0, ...others] = reads.openIssues();
    expect(others).toEqual([]);
    const { title, text } = reads.issue(issue);
    expect(title).toBe("Four Keys");
    expect(text).toContain("**5 deployments brought 3 changes**");
    // Five in four weeks; of 4, 6 and 11 minutes the one in the middle.
    const numbers = [...text.matchAll(/^\| \*\*(.+?)\*\*<br>.*? \| \*\*(.+?)\*\*<br>(.+?) \|/gm)];
    expect(numbers.map(([, ...cells]) => cells).slice(0, 2)).toEqual([
      ["Deployment frequency", "1.25 a week", "5 deployments"],
      ["Lead time for changes", "6 min", "median of 3 changes"],
    ]);
    expect(text.split("\n").filter((one) => one.startsWith("- #"))).toEqual([
      `- #${apples} (\`api\`) took 11 min, of which 9 min in deploy`,
      `- #${pears} (\`api\`) took 6 min, of which 4 min in deploy`,
      `- #${apples} (\`web\`) took 4 min, of which 2 min in deploy`,
    ]);

    vi.stubEnv("GITHUB_API_URL", github.apiUrl);
    vi.stubEnv("GITHUB_TOKEN", "sim_alice");
    try {
      const at = new Date(github.simulator.state.now).toISOString();
      const { out } = await run("--repo", "acme/shop", "--at", at, "--format", "json", "--detail");
      const { changes, leadTime } = JSON.parse(out);
      const rows = changes.map((one: Record<string, unknown>) => [one.pull, one.deployment, one.seconds]);
      expect(rows).toEqual([
        [apples, all, 11 * 60],
        [apples, web, 4 * 60],
        [pears, all, 6 * 60],
      ]);
      expect(leadTime).toMatchObject({ changes: 3, seconds: 6 * 60 });
    } finally {
      vi.unstubAllEnvs();
    }
  },
);

import { expect } from "vitest";
import { furtherStory, story } from "../harness/story.ts";
import { Team } from "../harness/team.ts";
import { ONE_LANE } from "../harness/world.ts";

const BROKEN = "version: 1\nrelease:\n  lanes:\n    - frm: develop\n      to: main\n";

story(
  "a pull request that breaks sre.yml gets an annotation on the exact line",
  {},
  async ({ team, reads, settled }) => {
    await team.opens("Change the lanes", { files: { ".github/sre.yml": BROKEN } });
    await settled();
    const red = reads.check("Detoil / config", team.pull(1).head_sha);
    expect(red.conclusion).toBe("failure");
    expect(red.output.annotations.map(({ path, start_line }) => [path, start_line])).toContainEqual([
      ".github/sre.yml",
      4,
    ]);

    await team.pushes(team.pull(1).head, "Fix it", {
      files: { ".github/sre.yml": ONE_LANE.replace("main", "production") },
    });
    await settled();
    expect(reads.check("Detoil / config", team.pull(1).head_sha).conclusion).toBe("success");
  },
);

furtherStory(
  "a broken sre.yml leaves the last good one in force until it is fixed",
  {},
  async ({ team, reads, settled }) => {
    await team.opens("Sell apples");
    await team.pushes("develop", "Break the configuration", { files: { ".github/sre.yml": BROKEN } });
    await settled();
    const [issue, ...more] = reads.openIssues();
    expect(more).toEqual([]);
    expect(reads.issue(issue ?? 0).text).toContain(".github/sre.yml");

    await team.merges(1);
    await settled();
    expect(reads.pull(team.standing()).text).toContain("- [ ] #1 @alice");
    reads.checks();

    await team.pushes("develop", "Fix it", { files: { ".github/sre.yml": ONE_LANE } });
    await settled();
    expect(reads.openIssues()).toEqual([]);
    expect(reads.issue(issue ?? 0).state).toBe("closed");
    reads.checks();
    reads.pull(team.standing());
  },
);

const org = (sre: string) => ({
  name: "acme/.github",
  default_branch: "main",
  commits: [
    {
      sha: "org",
      parents: [],
      message: "Defaults",
      author: "bo",
      authored_at: "2026-11-01T00:00:00Z",
      committed_at: "2026-11-01T00:00:00Z",
      files: { ".github/sre.yml": sre, ".github/base.yml": sre },
    },
  ],
  branches: { main: "org" },
});

furtherStory(
  "a repository without a file follows its organization's",
  { sre: null, repos: [org(ONE_LANE)] },
  async (story) => {
    const { team, reads, settled } = story;
    await team.opens("Sell apples");
    await team.merges(1);
    await settled();
    expect(reads.pull(2).text).toContain("- [ ] #1 @alice");
    reads.checks();
  },
);

const EXTENDING = `version: 1
_extends: .github:.github/base.yml
release:
  lanes:
    - {from: develop, to: main, title: "Ours"}
`;

furtherStory(
  "a file extends another, and wins key by key",
  {
    sre: EXTENDING,
    repos: [org(ONE_LANE.replace("version: 1", "version: 1\nlanguage: ja"))],
  },
  async ({ team, reads, settled }) => {
    await team.opens("Sell apples");
    await team.merges(1);
    await settled();
    expect(reads.pull(2).title).toBe("Ours");
    expect(reads.pull(2).text).toContain("**1件**のプルリクエスト");
    reads.checks();
  },
);

furtherStory(
  "sre.yml is requested again only after a push to it, or to what it extends",
  { sre: EXTENDING, repos: [org(ONE_LANE.replace("version: 1", "version: 1\nlanguage: ja"))] },
  async ({ github, team, reads, settled }) => {
    const requested = async (happens: () => Promise<unknown>) => {
      const before = github.simulator.requests.length;
      await happens();
      await settled();
      const names = github.simulator.requests.slice(before).map(({ operation }) => operation);
      expect(names).toContain("releaseLanePage");
      return names.filter((name) => name === "ReadConfig").length;
    };
    await team.opens("Sell apples");
    await team.merges(1);
    await settled();
    expect(reads.pull(2).text).toContain("**1件**のプルリクエスト");

    expect(await requested(() => team.labels(1, "fruit"))).toBe(0);
    expect(await requested(() => team.opens("Sell pears"))).toBe(0);

    const files = { ".github/base.yml": ONE_LANE };
    const ofOrg = () => new Team(github, "acme/.github").pushes("main", "Speak English", { files });
    expect(await requested(ofOrg)).toBeGreaterThan(0);
    expect(await requested(() => team.labels(1, "tasty"))).toBe(2);
    expect(reads.pull(2).text).toContain("**1 pull request**");
    expect(await requested(() => team.merges(3))).toBeGreaterThan(0);
    expect(reads.pull(2).text).toContain("**2 pull requests**");
    expect(await requested(() => team.labels(3, "fruit"))).toBe(0);
    reads.checks();
  },
);

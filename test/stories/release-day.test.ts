import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const SRE = `version: 1
timezone: Asia/Tokyo
release:
  lanes:
    - from: develop
      to: main
      sign-off: true
      freeze: ["2026-11-21/2026-11-23"]
`;

furtherStory(
  "a release day: a hold, CI red and re-run to green, a freeze lifted with a reason, and two people sign off",
  { sre: SRE },
  async ({ github, team, reads, settled }) => {
    const later = async (minutes: number) => {
      await github.moveClock(new Date(Date.parse(github.simulator.state.now) + minutes * 60_000).toISOString());
      await settled();
    };
    const ends = (name: string, conclusion: string) =>
      team.acts("alice", "complete-check", { sha: "develop", name, conclusion });
    const first = (text: string) => (text.split("\n")[0] ?? "").replaceAll(/\]\([^)]*\)/g, "]");
    const notices = () => reads.comments(release).map(first);
    const title = () =>
      reads
        .checks()
        .find(({ 1: on }) => on === `#${release}`)
        ?.slice(2);
    const tip = () => `[\`${team.head("develop").slice(0, 7)}\`]`;

    await team.merges(await team.opens("Sell apples"));
    await settled();
    const release = team.standing();
    await team.assigns(release, "bo");
    await ends("test", "success");
    await later(2);
    expect(notices()).toEqual([`@bo: **The only check passed** on ${tip()}.`]);

    const pears = await team.opens("Sell pears", { as: "carol" });
    await team.labels(pears, "do-not-release");
    await team.merges(pears);
    await team.acts("alice", "start-suite", { sha: "develop" });
    await ends("test", "failure");
    await later(2);
    expect(notices(), "a workflow is queued still").toEqual([expect.stringContaining("has moved on since")]);
    await team.acts("alice", "complete-suite", { sha: "develop", conclusion: "skipped" });
    await later(2);
    expect(notices()).toEqual([`@carol: **The only check failed** on ${tip()}.`]);
    expect(title()).toEqual(["failure", `#${pears} is on hold`]);
    expect(reads.pull(release).text).toContain("**Every box must be ticked** before this is merged");

    await team.acts("carol", "rerequest-check", { sha: "develop", name: "test" });
    await ends("test", "success");
    await team.unlabels(pears, "do-not-release");
    await later(2);
    expect(notices()).toEqual([`@bo: **The only check passed** on ${tip()}.`]);
    expect(title()).toEqual(["failure", `#1 and #${pears} are not ticked`]);

    await team.ticks(release, 1, "alice");
    await settled();
    expect(title()).toEqual(["failure", `#${pears} is not ticked`]);
    await github.moveClock("2026-11-20T15:00:30Z");
    await settled();
    expect(title()).toEqual(["failure", "Frozen until Tue 24 Nov 00:00 JST"]);
    await team.comments(release, "/sre unfreeze Pears will not keep until Tuesday", "bo");
    await settled();
    expect(title()).toEqual(["failure", `#${pears} is not ticked`]);
    expect(reads.comments(release).at(-1)).toMatch(
      /^\*\*Freeze until Tue 24 Nov 00:00 JST lifted for this release\*\* by bo/,
    );
    expect(reads.reactions(release)).toEqual([["/sre unfreeze Pears will not keep until Tuesday", "eyes"]]);
    await team.ticks(release, pears, "carol");
    await settled();
    expect(title()).toEqual(["success", "2 pull requests, none on hold"]);
    const { summary } = reads.check("Detoil / release", team.head("develop")).output;
    expect(summary).toMatch(/#1 by alice \(Fri 20 Nov \d\d:\d\d JST\), #3 by carol \(Sat 21 Nov 00:0\d JST\)/);

    await team.merges(release);
    await settled();
    expect(reads.pull(release).text.split("\n").slice(0, 3)).toEqual([
      expect.stringMatching(/^\*\*Released\*\* on Sat 21 Nov 00:0\d JST$/),
      "",
      expect.stringMatching(
        /^\*\*Freeze until Tue 24 Nov 00:00 JST lifted for this release\*\* by bo on .*: Pears will not keep/,
      ),
    ]);
    expect(notices(), "and nothing more").toHaveLength(2);
    reads.checks();
  },
);

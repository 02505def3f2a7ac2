import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

/** In the organization's `.github`: neither repository has a file of its own. */
const SRE = `version: 1
timezone: Asia/Tokyo
calendar: {holidays: JP}
help-wanted:
  people: [alice, bo, carol]
  away: [{who: carol, from: 2026-11-16, to: 2026-11-20}]
  escalate-to: [dan]
`;

const permission = { alice: "write", bo: "write", carol: "write", dan: "admin", mona: "read" };

/** Tokyo's time on a day of November 2026: Friday the 20th, then a weekend and a holiday. */
const tokyo = (day: number, time: string): string =>
  new Date(`2026-11-${day}T${time}:00+09:00`).toISOString().replace(".000Z", "Z");

const infra = { name: "acme/infra", permission, issues: [{ number: 100, title: "Old" }] };
const organization = {
  name: "acme/.github",
  permission,
  commits: [{ sha: "org", message: "Start", files: { ".github/sre.yml": SRE } }],
  branches: { main: "org" },
  issues: [{ number: 200, title: "Old" }],
};

furtherStory(
  "requests in two repositories, over a weekend and a holiday",
  { sre: null, repo: { permission }, repos: [infra, organization] },
  async (story) => {
    const { github, team, reads, settled } = story;
    const [there, home] = [story.elsewhere("acme/infra"), story.elsewhere("acme/.github")];
    const asks = async (of: typeof team, title: string) =>
      Number((await of.acts("mona", "open-issue", { title, labels: ["help wanted"] })).number);
    const last = (number: number, of = reads) => of.comments(number).at(-1);

    // Friday morning: alice is asked, and passes. The server's clock follows within a moment, so no time is on the edge.
    await github.moveClock(tokyo(20, "10:30"));
    const disk = await asks(team, "The disk is full");
    await settled();
    expect(last(disk)).toMatch(
      /^@alice, help is wanted here, and it is your turn \(carol is away until Fri 20 Nov\)\.\nAnswer by \*\*Tue 24 Nov 09:3\d JST\*\*/,
    );
    expect(reads.issue(disk).assignees).toEqual(["alice"]);
    await team.comments(disk, "/sre pass deep in the release", "alice");
    await settled();
    expect(reads.comments(disk).slice(1)).toEqual([
      "Noted. The next person is asked, within business hours.",
      expect.stringMatching(
        /^@bo, .* alice passed \(`deep in the release`\)\.\nAnswer by \*\*Tue 24 Nov 09:3\d JST\*\*/,
      ),
    ]);
    expect(reads.reactions(disk)).toEqual([["/sre pass deep in the release", "eyes"]]);
    expect(reads.issue(disk).assignees).toEqual(["bo"]);
    await github.moveClock(tokyo(20, "15:00"));
    await settled();
    expect(last(disk)).toMatch(/^@bo, this request is still waiting for your answer/);

    // On Saturday another team asks: nobody is pinged before Tuesday.
    await github.moveClock(tokyo(21, "12:00"));
    const cert = await asks(there.team, "The certificate expires");
    await settled();
    await github.moveClock(tokyo(23, "12:00"));
    await settled();
    expect(there.reads.comments(cert)).toEqual([]);
    const [report = 0] = home.reads.openIssues();
    expect(home.reads.issue(report).title).toBe("Help wanted");

    await github.moveClock(tokyo(24, "09:00"));
    await settled();
    // alice and bo had their turns, in the other repository.
    expect(last(cert, there.reads)).toMatch(/^@carol, help is wanted here, and it is your turn\.\n/);
    expect(there.reads.issue(cert).assignees).toEqual(["carol"]);
    await github.moveClock(tokyo(24, "10:00"));
    await settled();
    expect(last(disk)).toMatch(/^@dan, nobody has answered here since Fri 20 Nov 10:3\d JST, when bo was asked\./);
    const id = team.issue(disk).comments.at(-1)?.id;
    await team.acts("dan", "react", { id, content: "+1" }); // no webhook tells it
    await there.team.comments(cert, "/sre snooze 1 business day", "carol");
    await settled();
    expect(there.reads.comments(cert)).toEqual([
      expect.stringMatching(/^\*\*Snoozed until Wed 25 Nov 10:0\d JST\*\* by carol\./),
      expect.stringMatching(/^Snoozed until \*\*Wed 25 Nov 10:0\d JST\*\*\.$/),
    ]);

    await github.moveClock(tokyo(25, "09:00"));
    await settled();
    expect(reads.comments(disk)[0]).toMatch(/^\*\*dan answered\*\* on Tue 24 Nov 10:0\d JST\.\n/);
    expect(reads.comments(disk)).toHaveLength(3); // he was not asked again
    await github.moveClock(tokyo(25, "11:00"));
    await settled();
    expect(last(cert, there.reads)).toMatch(/^@carol, the snooze is over/);
    await there.team.comments(cert, "/sre away until 2026-11-27", "carol");
    await settled();
    expect(there.reads.comments(cert).at(-2)).toBe(
      "You are not asked for anything until **Fri 27 Nov** is over. This request goes to the next person.",
    );
    expect(last(cert, there.reads)).toMatch(/^@alice, .* carol is away\.\n.* `\/sre pass`, and bo is asked\./);
    expect(there.reads.issue(cert).assignees).toEqual(["alice"]);
    await there.team.comments(cert, "On it.", "alice");
    await settled();
    expect(there.reads.comments(cert)[0]).toMatch(/^\*\*alice answered\*\* on Wed 25 Nov 11:0\d JST\.\n/);
    expect(there.reads.reactions(cert)).toHaveLength(2);

    // The absence counts in the other repository, too.
    const queue = await asks(team, "The queue is stuck");
    await settled();
    expect(last(queue)).toMatch(
      /^@bo, help is wanted here, and it is your turn \(1 open request; carol is away until Fri 27 Nov\)\.\n/,
    );
    expect(reads.issue(queue).assignees).toEqual(["bo"]);
    await team.comments(queue, "/sre take", "alice");
    await settled();
    expect(last(queue)).toBe("It is yours now.");
    expect(reads.reactions(queue)).toEqual([["/sre take", "eyes"]]);
    expect(reads.issue(queue).assignees).toEqual(["alice"]);

    await team.closes(disk, "mona");
    await there.team.unlabels(cert, "help wanted");
    await settled();
    expect(reads.comments(disk)[0]).toMatch(/^\*\*This request has ended\*\*: it was closed on /);
    expect(there.reads.comments(cert)[0]).toMatch(
      /the label `help wanted` was removed on Wed 25 Nov .*\nalice had answered/,
    );
    expect([reads.issue(disk).assignees, there.reads.issue(cert).assignees]).toEqual([["bo"], ["alice"]]);
    reads.comments(queue);
    home.reads.issue(report);
  },
);

import { expect } from "vitest";
import { clear } from "../each-database.ts";
import { furtherStory } from "../harness/story.ts";

const SITE = { name: "acme/site", permission: { bo: "admin" }, issues: [{ number: 40, title: "Slow", user: "bo" }] };

furtherStory(
  "installed on two repositories of three, Detoil offers each a sre.yml once: one takes it, one closes the issue, for good",
  {
    sre: null,
    repos: [SITE, { name: "acme/other" }],
    world: { installations: [{ id: 5, account: "acme", repositories: [] }] },
  },
  async ({ github, database, team, elsewhere, reads, settled, starts, stops }) => {
    const site = elsewhere("acme/site");
    await team.acts("bo", "add-repository");
    await site.team.acts("bo", "add-repository");
    await settled();
    const [offer = 0, ...more] = reads.openIssues();
    const [unwanted = 0, ...others] = site.reads.openIssues();
    expect([more, others, github.repo("acme/other").issues.size]).toEqual([[], [], 0]);
    const { text } = reads.issue(offer);
    expect(text).toMatch(/^\*\*Detoil is installed here and does nothing yet:\*\*/);
    expect(site.reads.issue(unwanted).text).toContain("Nothing here shows yet how you release");

    await site.team.acts("bo", "close-issue", { number: unwanted });
    await team.comments(offer, "/sre setup");
    await settled();
    const [, url = ""] = /\((\S+filename=\S+)\)/.exec(team.issue(offer).body) ?? [];
    expect(team.issue(offer).comments.map(({ body }) => body.includes(url))).toEqual([false, true]);
    expect(reads.comments(offer)).toEqual([expect.stringMatching(/^The one below fits what GitHub shows/)]);
    expect(reads.reactions(offer)).toEqual([["/sre setup", "eyes"]]);

    await github.redeliversAll();
    await settled();
    await stops();
    const store = await database.open();
    await clear(store);
    await store.close();
    await starts();
    await settled();
    expect([reads.openIssues(), site.reads.openIssues()], "GitHub remembers").toEqual([[offer], []]);

    const file = new URL(url).searchParams.get("value") ?? "";
    await team.pushes("develop", "Set Detoil up", { files: { ".github/sre.yml": file } });
    await settled();
    expect(reads.issue(offer)).toMatchObject({
      state: "closed",
      text: expect.stringMatching(/^\*\*sre\.yml is on `develop`, thank you\.\*\* /),
    });
    await team.pushes("develop", "Not yet", { files: { ".github/sre.yml": null } });
    await github.moveClock("2026-11-22T06:00:00Z");
    await settled();
    expect([reads.openIssues(), site.reads.openIssues()], "it was offered once").toEqual([[], []]);
  },
);

import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const INVITING = `version: 1
release:
  lanes:
    - from: develop
      to: main
      title: "{{count}} changes for {{to}}"
      intro: "Tick what you tried, @bo."
      labels: [release]
      assign: true
      request-review: true
      exclude-labels: [chore]
`;

furtherStory(
  "people are requested, bots and outsiders are not",
  { sre: INVITING },
  async ({ team, reads, settled }) => {
    await team.opens("Sell apples");
    await team.opens("Bump urllib3", { as: "renovate[bot]" });
    await team.opens("Tidy up", { as: "bo" });
    await team.opens("Sell pears");
    await team.labels(3, "chore");
    await team.assigns(4, "carol");
    await team.merges(1);
    await settled();
    reads.pull(5);
    reads.checks();
    for (const number of [2, 3, 4]) await team.merges(number);
    await settled();
    const { text, ...seen } = reads.pull(5);
    expect(seen).toEqual({
      title: "4 changes for main",
      state: "open",
      user: "detoil[bot]",
      draft: false,
      labels: ["release"],
      assignees: ["alice", "carol"],
      reviewers: ["alice", "carol"],
    });
    expect(text).toMatch(/^Tick what you tried, @bo\.\n/);
    expect(text).toContain("- [ ] #1 @alice\n- [ ] #2 (renovate)\n- [ ] #4 @carol\n");
    expect(text).toContain("not listed because of their label: #3");
    reads.checks();
  },
);

const JAPANESE = `version: 1
timezone: Asia/Tokyo
language: ja
release:
  lanes:
    - {from: develop, to: main, title: "リリース {{date}}"}
`;

furtherStory("日本語で話す", { sre: JAPANESE }, async ({ team, reads, settled }) => {
  await team.opens("りんごを売る");
  await team.merges(1);
  await settled();
  expect(reads.pull(2)).toMatchObject({ title: "リリース 2026-11-20" });
  expect(reads.pull(2).text).toContain("**1件**のプルリクエストが `main` への反映を待っています・[差分](…)");
  expect(reads.pull(2).text).toContain("- [ ] #1 @alice");
  const check = reads.check("Detoil / release", team.head("develop"));
  expect(check.output.title).toBe("プルリクエスト1件、保留なし");
});

furtherStory(
  "a fork's pull request is an item, a fork's develop is not a lane",
  {
    repo: { private: false },
    repos: [{ name: "dan/shop", private: false, permission: { dan: "admin" } }],
  },
  async ({ github, team, reads, settled }) => {
    const fork = github.repo("dan/shop");
    fork.commits = new Map(team.repo.commits);
    fork.branches = new Map([["develop", team.head("develop")]]);
    github.act({
      as: "dan",
      action: "push",
      repo: "dan/shop",
      branch: "develop",
      commits: [{ message: "Sell figs", files: { figs: "1" } }],
    });
    await team.acts("dan", "open-pull", {
      title: "Sell figs",
      base: "develop",
      head: "develop",
      head_repo: "dan/shop",
    });
    await team.acts("dan", "open-pull", {
      title: "Mine into main",
      base: "main",
      head: "develop",
      head_repo: "dan/shop",
    });
    await settled();
    expect(reads.checks()).toEqual([
      ["Detoil / release", "#1 #2", "success", "Nothing to check: this pull request is not a release"],
    ]);

    await team.merges(1);
    await settled();
    expect(reads.pull(3).text).toContain("- [ ] #1 @dan");
    reads.checks();
  },
);

furtherStory("hostile text stays text", {}, async ({ team, reads, settled }) => {
  await team.opens("@bo <!-- detoil:release --> [x](https://evil.example) `#9` - [x] #4", { head: "feat/evil" });
  await team.merges(1);
  await settled();
  const body = team.pull(2).body;
  expect(body.match(/<!-- detoil:release/g)).toHaveLength(1);
  expect(body).not.toMatch(/(^|[^\\&\w])@bo/);
  expect(reads.pull(2).text).not.toContain("](…evil");
  reads.checks();
});

import { expect } from "vitest";
import { furtherStory } from "../harness/story.ts";

const CHECK = "Detoil / branch";
const SRE = `version: 1
branches:
  - into: main
    from: [staging]
  - into: develop
    from: ["*"]
    not-based-on: [main, staging]
`;
const BRANCHES = { main: "first", staging: "first", develop: "first" };

furtherStory(
  "a guard that is retargeted, and a feature that was cut from main",
  { sre: SRE, repo: { branches: BRANCHES } },
  async (story) => {
    const { team, reads, settled } = story;
    await team.opens("Sell apples");
    await settled();
    expect(reads.checks()).toEqual([[CHECK, "#1", "success", "feat/sell-apples may be merged into develop"]]);

    await team.acts("alice", "edit-pull", { number: 1, base: "main" });
    await settled();
    expect(reads.checks()).toEqual([[CHECK, "#1", "failure", "feat/sell-apples may not be merged into main"]]);
    await team.acts("alice", "edit-pull", { number: 1, base: "develop" });
    await settled();
    expect(reads.checks()).toEqual([[CHECK, "#1", "success", "feat/sell-apples may be merged into develop"]]);

    // staging tries it, and is released; develop gets the work of the pull request itself.
    await team.acts("bo", "push", { branch: "staging", commits: [{ message: "Try", merges: ["feat/sell-apples"] }] });
    await team.acts("bo", "open-pull", { title: "Release", head: "staging", base: "main" });
    await settled();
    expect(reads.checks()).toEqual([[CHECK, "#2", "success", "staging may be merged into main"]]);
    await team.merges(2);
    await team.opens("Sell pears", { from: "main" });
    await settled();
    expect(reads.checks()).toEqual([[CHECK, "#3", "failure", "feat/sell-pears is based on main"]]);

    await team.acts("bo", "push", {
      branch: "develop",
      commits: [{ message: "Merge branch 'main' into develop", merges: ["main"] }],
    });
    await settled();
    expect(reads.checks()).toEqual([[CHECK, "#3", "success", "feat/sell-pears may be merged into develop"]]);
  },
);

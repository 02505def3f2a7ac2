import { expect } from "vitest";
import { suiteOf } from "../../simulator/rest/check-suite.ts";
import { furtherStory } from "../harness/story.ts";
import { SHOP } from "../harness/world.ts";

furtherStory(
  "nothing of Detoil's keeps GitHub waiting: Re-run on what is over, and a suite of GitHub's own",
  {},
  async (story) => {
    const { github, team, reads, settled } = story;
    const state = (sha: string) => suiteOf(team.repo, "detoil", sha).status;
    await team.opens("Sell apples");
    await team.merges(1);
    await settled();
    const released = team.pull(team.standing()).head_sha;
    expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "1 pull request, not on hold"]]);
    github.act({ as: "alice", action: "rerequest-suite", repo: SHOP, sha: released });
    await settled();
    expect(state(released)).toBe("completed");
    expect(reads.checks()).toEqual([["Detoil / release", "#2", "success", "1 pull request, not on hold"]]);

    await team.merges(2);
    await settled();
    reads.pull(2);
    reads.checks();
    github.act({ as: "alice", action: "rerequest-suite", repo: SHOP, sha: released });
    expect(state(released)).toBe("queued");
    await settled();
    expect(reads.checks()).toEqual([["Detoil / release", "#2", "neutral", "This commit is no longer checked"]]);
    expect(state(released)).toBe("completed");

    // Somebody switches on again what Detoil switched off.
    team.repo.auto_trigger_checks.clear();
    const commits = [{ message: "Try", files: { "try.txt": "1\n" } }];
    github.act({ as: "alice", action: "push", repo: SHOP, branch: "try", from: "develop", commits });
    await settled();
    expect(reads.checks()).toEqual([["Detoil", "an older commit", "neutral", "Nothing to check on this commit"]]);
    expect(state(team.repo.branches.get("try") ?? "")).toBe("completed");
  },
);

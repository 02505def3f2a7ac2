import { expect } from "vitest";
import { furtherStory, type Story } from "../harness/story.ts";
import { ONE_LANE } from "../harness/world.ts";

/** More than a page of pull requests wait. */
const WAITING = 110;
const PAGES = 2;
/** On the second page. */
const OLD = 5;

function squashed(number: number) {
  const at = new Date(Date.parse("2026-11-02T00:00:00Z") + number * 600_000).toISOString();
  const sha = `s${number}`;
  return {
    commit: {
      ...{ sha, parents: [number === 1 ? "start" : `s${number - 1}`], message: `Change ${number} (#${number})` },
      ...{ author: "alice", authored_at: at, committed_at: at },
    },
    pull: {
      ...{ number, title: `Change ${number}`, user: "alice", base: "develop", head: `change-${number}` },
      ...{ head_sha: sha, commits: [sha], created_at: at, updated_at: at, state: "merged", merge_method: "squash" },
      ...{ merge_commit_sha: sha, merged_at: at, closed_at: at },
    },
  };
}

const history = Array.from({ length: WAITING }, (_, index) => squashed(index + 1));
const start = {
  ...{ sha: "start", message: "Open the shop", author: "alice", files: { ".github/sre.yml": ONE_LANE } },
  ...{ authored_at: "2026-11-01T00:00:00Z", committed_at: "2026-11-01T00:00:00Z" },
};
const repo = {
  commits: [start, ...history.map(({ commit }) => commit)],
  pulls: history.map(({ pull }) => pull),
  branches: { main: "start", develop: `s${WAITING}` },
};

furtherStory("a long release that did not change costs one request", { repo }, async (story: Story) => {
  const { github, team, reads, settled } = story;
  /** How many pages of the lane were requested, and whether sre.yml was. */
  const pages = async (happens: () => Promise<unknown>) => {
    const before = github.simulator.requests.length;
    await happens();
    await settled();
    const names = github.simulator.requests.slice(before).map(({ operation }) => operation);
    return { pages: names.filter((name) => name === "releaseLanePage").length, sre: names.includes("ReadConfig") };
  };
  let pushes = 0;
  const push = () => team.pushes("feat/else", `Push ${++pushes}`);
  const conclusion = () => {
    expect(reads.pull(team.standing()).text).toContain(`**${WAITING} pull requests** are waiting`);
    return reads.check("Detoil / release", team.pull(team.standing()).head_sha).conclusion;
  };

  expect(conclusion()).toBe("success");
  // A branch that is made has two webhooks, and so perhaps two reconciliations.
  await team.pushes("feat/else", "Begin", { from: "develop" });
  await settled();
  expect(await pages(push)).toEqual({ pages: 1, sre: false });

  // One that is on no first page is held, and no longer.
  expect(await pages(() => team.labels(OLD, "do-not-release"))).toEqual({ pages: PAGES, sre: false });
  expect(conclusion()).toBe("failure");
  expect(await pages(push)).toEqual({ pages: 1, sre: false });
  expect(await pages(() => team.unlabels(OLD, "do-not-release"))).toEqual({ pages: PAGES, sre: false });
  expect(conclusion()).toBe("success");

  // A new process knows nothing, once.
  await story.stops();
  await story.starts();
  await settled();
  expect(await pages(push)).toEqual({ pages: PAGES, sre: true });
  expect(await pages(push)).toEqual({ pages: 1, sre: false });
});

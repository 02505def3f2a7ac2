import { checkOn, listed, releaseOf, saidOn } from "./seen.ts";
import type { Step } from "./step.ts";
import { shop } from "./world.ts";

const cards = "Gift vouchers";
const mail = "Send gift vouchers by mail";

const isGreen = (conclusion: string | null | undefined) => conclusion === "success";

/** The Friday on which a release cannot wait: CI, a freeze, and everybody's tick; then what the next one begins with. */
export const releaseDay: readonly Step[] = [
  {
    title: "CI fails on the release",
    text: "The gift vouchers are in tomorrow's paper. Carol's change is merged, and a test fails.",
    repo: shop,
    at: "2026-11-20T02:00:00Z",
    until: "2026-11-20T02:10:00Z",
    async play(team) {
      await team.acts("alice", "complete-check", { sha: "develop", name: "test", conclusion: "success" });
      await team.ships({ as: "carol", title: cards });
      await team.acts("alice", "complete-check", { sha: "develop", name: "test", conclusion: "failure" });
    },
    expect: [
      {
        what: "one comment tells Carol, whose change came since the last commit that passed",
        holds: (repo) => /@carol: \*\*The only check failed/.test(saidOn(releaseOf(repo)).at(-1) ?? ""),
      },
      {
        what: `the check "Detoil / branch" lets \`develop\` into \`main\``,
        holds: (repo) => isGreen(checkOn(repo, releaseOf(repo)?.head_sha, "Detoil / branch")?.conclusion),
      },
    ],
  },
  {
    title: "Green at the second try, signed off, and let through",
    text: "Carol re-runs the test. She and Alice tick what they looked at, and Bo lifts the freeze for this one release.",
    repo: shop,
    at: "2026-11-20T03:00:00Z",
    until: "2026-11-20T03:10:00Z",
    async play(team) {
      await team.acts("carol", "rerequest-check", { sha: "develop", name: "test" });
      await team.acts("carol", "complete-check", { sha: "develop", name: "test", conclusion: "success" });
      for (const as of ["carol", "alice"])
        await team.edits(as, team.release, (body) =>
          body.replace(new RegExp(`- \\[ \\] (#\\d+ @${as})`, "g"), "- [x] $1"),
        );
      await team.comments("bo", team.release, "/sre unfreeze The gift vouchers are in tomorrow's paper");
    },
    expect: [
      {
        what: "the comment about CI is green, in place of the red one",
        holds(repo) {
          const notices = saidOn(releaseOf(repo)).filter((text) => /\bchecks? (?:passed|failed)/.test(text));
          return notices.length === 1 && /only check passed/.test(notices[0] ?? "");
        },
      },
      {
        what: `the check "Detoil / release" is green: every box is ticked, and the description says why the freeze is lifted`,
        holds(repo) {
          const release = releaseOf(repo);
          const run = checkOn(repo, release?.head_sha, "Detoil / release");
          return isGreen(run?.conclusion) && /lifted for this release\*\* by bo/.test(release?.body ?? "");
        },
      },
    ],
  },
  {
    title: "Released",
    text: "Bo merges it. The next release is frozen again.",
    repo: shop,
    at: "2026-11-20T04:00:00Z",
    async play(team) {
      await team.merges("bo", team.release);
    },
    expect: [
      {
        what: "it says when it was released, and keeps the reason",
        holds: (repo, team) =>
          [...repo.pulls.values()].some(
            ({ state, body }) =>
              state === "merged" &&
              /^\*\*Released\*\*/m.test(body) &&
              body.includes(`#${team.pull(cards).number} @carol`) &&
              /lifted for this/.test(body),
          ),
      },
    ],
  },
  {
    title: "A feature cut from main",
    text: "Carol begins what comes next on the branch that she has just seen released. Her pull request would bring the merge commits of the releases into `develop`.",
    repo: shop,
    at: "2026-11-20T05:00:00Z",
    async play(team) {
      const head = "feat/voucher-mail";
      await team.pushes("carol", head, mail, { "vouchers/mail.ts": "export {};\n" }, "main");
      await team.opens({ as: "carol", title: mail, head });
    },
    expect: [
      {
        what: `the check "Detoil / branch" is red, and has the two commands that leave them out`,
        holds(repo, team) {
          const run = checkOn(repo, team.pull(mail).head_sha, "Detoil / branch");
          return run?.conclusion === "failure" && /git rebase --onto origin\/develop/.test(run.output.summary ?? "");
        },
      },
    ],
  },
  {
    title: "Two commands later",
    text: "Carol copies them from the check.",
    repo: shop,
    at: "2026-11-20T05:20:00Z",
    async play(team) {
      await team.rebases("carol", team.pull(mail), "develop");
    },
    expect: [
      {
        what: `the check "Detoil / branch" is green`,
        holds: (repo, team) => isGreen(checkOn(repo, team.pull(mail).head_sha, "Detoil / branch")?.conclusion),
      },
    ],
  },
  {
    title: "And the next release is open",
    text: "On Tuesday the freeze is over, and Bo merges it. This release waits for Carol's tick, and stays open.",
    repo: shop,
    at: "2026-11-24T00:30:00Z",
    async play(team) {
      await team.merges("bo", team.pull(mail));
    },
    expect: [
      {
        what: "the new release pull request lists it alone",
        holds: (repo, team) => listed(releaseOf(repo)).join() === String(team.pull(mail).number),
      },
    ],
  },
];

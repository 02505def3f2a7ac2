import { presentIssues } from "../../../../simulator/present.ts";
import type { SimIssue, SimRepo } from "../../../../simulator/state.ts";
import { japaneseCadence as sre } from "./configs.ts";
import { saidOn } from "./seen.ts";
import type { Step } from "./step.ts";
import type { Team } from "./team.ts";
import { niwa } from "./world.ts";

const ISSUE = "依存関係の更新ペース";

const issueOf = (repo: SimRepo): SimIssue | undefined => presentIssues(repo).find(({ title }) => title === ISSUE);
const says = (words: string) => (repo: SimRepo) => issueOf(repo)?.body.includes(words) === true;

/** What Renovate writes of a minor update. */
function textOf(name: string): string {
  const row = `| [${name}](https://example.org/${name}) | dependencies | minor | \`1.2.0\` → \`1.3.0\` |`;
  const table = ["| Package | Type | Update | Change |", "|---|---|---|---|", row].join("\n");
  return `This PR contains the following updates:\n\n${table}\n\n🚦 **Automerge**: Disabled by config.`;
}

async function offers(team: Team, name: string) {
  const title = `Update dependency ${name} to v1.3.0`;
  return team.opens({ as: "renovate[bot]", title, base: "main", head: `renovate/${name}-1.x`, body: textOf(name) });
}

/** Seven months of a team that keeps its promise, slides, is nudged, promises less, and keeps that. */
export const cadence: readonly Step[] = [
  {
    title: "毎月更新するという約束",
    text: "花子さんが sre.yml に `renovate` を足します。Renovate の更新は、次郎さんがその日のうちにマージします。",
    repo: niwa,
    at: "2027-02-26T02:00:00Z",
    until: "2027-04-01T01:00:00Z",
    async play(team) {
      const files = { ".github/sre.yml": sre };
      const title = "毎月更新する";
      await team.ships({ as: "hanako", title, base: "main", head: "sre-yml", files });
      await team.merges("jiro", await offers(team, "tulip"));
      // Each jump of time is a night for every repository of the demo.
      await team.waits(5 * 24 * 60);
      await team.merges("jiro", await offers(team, "daisy"));
    },
    expect: [{ what: "約束を守れていると Issue に書かれる", holds: says("**約束(毎月)を守れています。**") }],
  },
  {
    title: "4月は忙しく",
    text: "次の更新は、月末が近づいても開いたままです。",
    repo: niwa,
    at: "2027-04-01T02:00:00Z",
    until: "2027-04-26T02:00:00Z",
    async play(team) {
      await offers(team, "sakura");
    },
    expect: [
      {
        what: "間に合ううちに、更新を担当する次郎さんに営業時間内に知らせる",
        holds: (repo) =>
          saidOn(issueOf(repo)).some((said) => said.includes("@jiro") && said.includes("約束(毎月)を守るには")),
      },
    ],
  },
  {
    title: "約束を守れなかった月",
    text: "4月が終わり、連休も明けます。5月の下旬、次郎さんがようやくマージします。",
    repo: niwa,
    at: "2027-05-20T02:00:00Z",
    async play(team) {
      await team.merges("jiro", team.pull("Update dependency sakura to v1.3.0"));
    },
    expect: [
      {
        what: "約束と実際のペースが Issue に並ぶ",
        holds: says("**約束は毎月、実際は約"),
      },
      { what: "守れたはずの約束を提案する", holds: says("`/sre cadence quarterly`") },
    ],
  },
  {
    title: "守れる約束に",
    text: "花子さんがその Issue に `/sre cadence quarterly` とコメントします。",
    repo: niwa,
    at: "2027-05-20T04:00:00Z",
    async play(team) {
      await team.comments("hanako", team.issue(ISSUE), "/sre cadence quarterly");
    },
    expect: [
      {
        what: "sre.yml の一語を変えるプルリクエストができる",
        holds: (repo) =>
          proposalOf(repo)?.state === "open" &&
          saidOn(issueOf(repo)).some((said) => said.includes("マージすると有効になります")),
      },
    ],
  },
  {
    title: "その約束を守る",
    text: "次郎さんがマージします。次の更新は7月に取り込みます。",
    repo: niwa,
    at: "2027-05-20T06:00:00Z",
    until: "2027-10-01T01:00:00Z",
    async play(team) {
      const proposal = proposalOf(team.repo);
      if (proposal === undefined) throw new Error("the story speaks of Detoil's pull request, and there is none");
      await team.merges("jiro", proposal);
      await team.waits(50 * 24 * 60);
      await team.merges("jiro", await offers(team, "rose"));
    },
    expect: [{ what: "約束を守れている", holds: says("**約束(四半期ごと)を守れています。**") }],
  },
];

function proposalOf(repo: SimRepo) {
  return [...repo.pulls.values()].findLast(({ head }) => head === "detoil/cadence");
}

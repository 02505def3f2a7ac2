import { japaneseNumbers } from "./configs.ts";
import { numbersOf, parentOf, releaseOf } from "./seen.ts";
import type { Step } from "./step.ts";
import { kioku } from "./world.ts";

/** The same for a team that works in Japanese. */
export const japanese: readonly Step[] = [
  {
    title: "リリースのプルリクエスト",
    text: "次郎さんのプルリクエストがマージされます。",
    repo: kioku,
    at: "2027-02-16T02:00:00Z",
    async play(team) {
      await team.merges(
        "hanako",
        await team.opens({ as: "jiro", title: "検索結果に写真を表示する", head: "feat/photos" }),
      );
    },
    expect: [
      {
        what: "リリースのプルリクエストは日本語で書かれる",
        holds: (repo) => releaseOf(repo)?.body.includes("反映を待っています") === true,
      },
    ],
  },
  {
    title: "マイルストーンのタスク",
    text: "花子さんがマイルストーン「2027年3月」を作ります。",
    repo: kioku,
    at: "2027-02-16T03:00:00Z",
    async play(team) {
      await team.acts("hanako", "create-milestone", { title: "2027年3月", due_on: "2027-03-15T12:00:00Z" });
    },
    expect: [
      {
        what: "タスクの一覧も日本語で書かれる",
        holds: (repo, team) =>
          parentOf(repo, team.milestone("2027年3月"))?.body.includes("タスク2件のうち完了は0件") === true,
      },
    ],
  },
  {
    title: "Four Keys",
    text: "花子さんが sre.yml に `four-keys` を足し、リリースします。金曜日の10時に、Detoil が値を Issue に書きます。",
    repo: kioku,
    at: "2027-02-18T05:00:00Z",
    until: "2027-02-19T01:00:00Z",
    async play(team) {
      const files = { ".github/sre.yml": japaneseNumbers };
      await team.merges(
        "jiro",
        await team.opens({ as: "hanako", title: "リリースの様子を数える", head: "sre-yml", files }),
      );
      await team.merges("hanako", team.release);
    },
    expect: [
      {
        what: "リリースで何が届いたかを、Issue が日本語で伝える",
        holds: (repo) => numbersOf(repo)?.includes("1回デプロイし、2件の変更が届きました") === true,
      },
    ],
  },
];

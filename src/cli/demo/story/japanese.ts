import { parentOf, releaseOf } from "./seen.ts";
import type { Step } from "./step.ts";
import { kioku } from "./world.ts";

/** The same for a team that works in Japanese. */
export const japanese: readonly Step[] = [
  {
    title: "リリースのプルリクエスト",
    text: "次郎さんのプルリクエストがマージされます。",
    repo: kioku,
    at: "2026-12-18T02:00:00Z",
    async play(team) {
      await team.merges(
        "hanako",
        await team.opens({ as: "jiro", title: "検索結果に写真を表示する", head: "feat/photos" }),
      );
    },
    expect: [
      {
        what: "its release pull request is written in Japanese",
        holds: (repo) => releaseOf(repo)?.body.includes("反映を待っています") === true,
      },
    ],
  },
  {
    title: "マイルストーンのタスク",
    text: "花子さんがマイルストーン「2027年1月」を作ります。",
    repo: kioku,
    at: "2026-12-18T03:00:00Z",
    async play(team) {
      await team.acts("hanako", "create-milestone", { title: "2027年1月", due_on: "2027-01-15T12:00:00Z" });
    },
    expect: [
      {
        what: "so are its tasks",
        holds: (repo, team) =>
          parentOf(repo, team.milestone("2027年1月"))?.body.includes("タスク2件のうち完了は0件") === true,
      },
    ],
  },
];

import type { SimRepo } from "../../../../simulator/state.ts";
import { formatIsoDay, type Language } from "../../../calendar/format.ts";

/** The fields of `POST /_sim/do`. */
type Fields = Readonly<Record<string, unknown>>;

interface Clicks {
  pull(title: string, head: string, base: string): string;
  readonly merge: Readonly<Record<string, string>>;
  readonly edit: string;
  readonly approve: string;
  comment(body: string): string;
  label(name: string): string;
  issue(title: string, labels: string): string;
  readonly retitle: string;
  readonly close: string;
  newMilestone(title: string, due: string): string;
  moveMilestone(title: string, due: string): string;
  closeMilestone(title: string): string;
  checked(name: string, conclusion: string): string;
  rerun(name: string): string;
  deploy(ref: string): string;
  readonly deployed: string;
  install(repo: string): string;
}

/** The buttons, one after the other, and what is typed. */
const words: Readonly<Record<Language, Clicks>> = {
  en: {
    pull: (title, head, base) => `Create pull request › “${title}”, ${head} → ${base}`,
    merge: { merge: "Merge pull request", squash: "Squash and merge", rebase: "Rebase and merge" },
    edit: "Edit › Update comment",
    approve: "Review changes › Approve",
    comment: (body) => `Comment › ${body}`,
    label: (name) => `Labels › ${name}`,
    issue: (title, labels) => `New issue › “${title}”${labels === "" ? "" : `, label ${labels}`}`,
    retitle: "Edit title › Save",
    close: "Close issue",
    newMilestone: (title, due) => `Create milestone › ${title}, due ${due}`,
    moveMilestone: (title, due) => `Milestones › ${title} › Edit › ${due} › Save changes`,
    closeMilestone: (title) => `Milestones › ${title} › Close`,
    checked: (name, conclusion) => `the check ${name} ends: ${conclusion}`,
    rerun: (name) => `Checks › ${name} › Re-run`,
    deploy: (ref) => `deploys ${ref} to production`,
    deployed: "the deployment succeeds",
    install: (repo) => `Settings › GitHub Apps › Configure › ${repo} › Save`,
  },
  ja: {
    pull: (title, head, base) => `プルリクエストを作成 › 「${title}」、${head} → ${base}`,
    merge: {
      merge: "プルリクエストをマージ",
      squash: "スカッシュしてマージ",
      rebase: "リベースしてマージ",
    },
    edit: "編集 › コメントを更新",
    approve: "変更をレビュー › 承認",
    comment: (body) => `コメント › ${body}`,
    label: (name) => `ラベル › ${name}`,
    issue: (title, labels) => `新しい Issue › 「${title}」${labels === "" ? "" : `、ラベル ${labels}`}`,
    retitle: "タイトルを編集 › 保存",
    close: "Issue をクローズ",
    newMilestone: (title, due) => `マイルストーンを作成 › ${title}、${due}`,
    moveMilestone: (title, due) => `マイルストーン › ${title} › 編集 › ${due} › 保存`,
    closeMilestone: (title) => `マイルストーン › ${title} › クローズ`,
    checked: (name, conclusion) => `チェック ${name} 終了: ${conclusion}`,
    rerun: (name) => `チェック › ${name} › 再実行`,
    deploy: (ref) => `${ref} を本番環境にデプロイ`,
    deployed: "デプロイ完了",
    install: (repo) => `設定 › GitHub Apps › 設定を変更 › ${repo} › 保存`,
  },
};

/**
 * What somebody clicks on GitHub to do what the story does: `bo › #3 › Squash and merge`. A push is made on the command line.
 */
function clickOf(language: Language, fields: Fields, repo: SimRepo): string {
  const say = words[language];
  const { as, number } = fields;
  const text = (name: string) => String(fields[name] ?? "");
  const on = (what: string) => `${as} › #${number} › ${what}`;
  const by = (what: string) => `${as} › ${what}`;
  const day = () => formatIsoDay(text("due_on").slice(0, 10), language);
  const milestone = () => repo.milestones.get(Number(number))?.title ?? "";
  switch (fields.action) {
    case "open-pull":
      return by(say.pull(text("title"), text("head"), text("base")));
    case "merge-pull":
      return on(say.merge[text("merge_method")] ?? "");
    case "edit-pull":
      return on(say.edit);
    case "review":
      return on(say.approve);
    case "comment":
      return on(say.comment(text("body")));
    case "label":
      return on(say.label(text("label")));
    case "open-issue":
      return by(say.issue(text("title"), [fields.labels ?? []].flat().join(", ")));
    case "edit-issue":
      return on(say.retitle);
    case "close-issue":
      return on(say.close);
    case "create-milestone":
      return by(say.newMilestone(text("title"), day()));
    case "edit-milestone":
      return by(say.moveMilestone(milestone(), day()));
    case "close-milestone":
      return by(say.closeMilestone(milestone()));
    case "create-deployment":
      return by(say.deploy(/^[0-9a-f]{40}$/.test(text("ref")) ? text("ref").slice(0, 7) : text("ref")));
    case "deployment-status":
      return say.deployed;
    case "complete-check":
      return say.checked(text("name"), text("conclusion"));
    case "rerequest-check":
      return by(say.rerun(text("name")));
    case "add-repository":
      return by(say.install(repo.name));
    case "push":
      return `${as} › git push ${fields.force === true ? "--force-with-lease " : ""}origin ${text("branch")}`;
    default:
      throw new Error(`the story does ${fields.action}, for which nobody has said what to click`);
  }
}

/** Without the pushes of a branch right before its pull request is opened. */
export function clicksOf(
  language: Language,
  done: readonly { readonly fields: Fields; readonly repo: SimRepo }[],
): string[] {
  return done.flatMap(({ fields, repo }, at) => {
    const next = done.slice(at + 1).find((one) => one.fields.action !== "push")?.fields;
    const belongs = fields.action === "push" && next?.action === "open-pull" && next.head === fields.branch;
    return belongs ? [] : [clickOf(language, fields, repo)];
  });
}

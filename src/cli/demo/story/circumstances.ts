import type { SimIssue, SimRepo, SimState } from "../../../../simulator/state.ts";
import type { Language } from "../../../calendar/format.ts";

interface Phrases {
  assigned(people: string): string;
  label(name: string): string;
  milestone(title: string): string;
  blocked(issue: string): string;
  parts(issues: string): string;
  project(title: string, fields: string): string;
}

const phrasesIn: Readonly<Record<Language, Phrases>> = {
  en: {
    assigned: (people) => `for ${people}`,
    label: (name) => `label ${name}`,
    milestone: (title) => `in ${title}`,
    blocked: (issue) => `blocked by ${issue}`,
    parts: (issues) => `sub-issues ${issues}`,
    project: (title, fields) => `on ${title}${fields === "" ? "" : `: ${fields}`}`,
  },
  ja: {
    assigned: (people) => `担当: ${people}`,
    label: (name) => `ラベル: ${name}`,
    milestone: (title) => `マイルストーン: ${title}`,
    blocked: (issue) => `${issue} の完了待ち`,
    parts: (issues) => `サブ Issue: ${issues}`,
    project: (title, fields) => `プロジェクト: ${title}${fields === "" ? "" : `(${fields})`}`,
  },
};

/** What belongs to an issue besides its text, a short phrase each: "for alice", "label docs", "in v1.3", "blocked by #18". */
export function circumstances(state: SimState, repo: SimRepo, issue: SimIssue, language: Language): string[] {
  const say = phrasesIn[language];
  const milestone = issue.milestone === null ? undefined : repo.milestones.get(issue.milestone);
  return [
    ...(issue.assignees.length === 0 ? [] : [say.assigned(issue.assignees.join(", "))]),
    ...issue.labels.map(({ name }) => say.label(name)),
    ...(milestone === undefined ? [] : [say.milestone(milestone.title)]),
    ...issue.blocked_by.map((number) => say.blocked(`#${number}`)),
    ...(issue.sub_issues.length === 0 ? [] : [say.parts(issue.sub_issues.map((one) => `#${one}`).join(", "))]),
    ...onProjects(state, repo, issue, say),
  ];
}

/** "on Releases: Todo, Due date 2026-12-07" */
function onProjects({ projects }: SimState, repo: SimRepo, { number }: SimIssue, say: Phrases): string[] {
  return projects.flatMap(({ title, items }) => {
    const item = items.find((one) => one.repo === repo.name && one.number === number);
    if (item === undefined) return [];
    const fields = Object.entries(item.fields).map(([name, value]) => (name === "Status" ? value : `${name} ${value}`));
    return [say.project(title, fields.join(", "))];
  });
}

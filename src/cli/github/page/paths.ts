import type { SimProject, SimRepo } from "../../../../simulator/state.ts";

type Named = Pick<SimRepo, "name">;

const encoded = (path: string) => path.split("/").map(encodeURIComponent).join("/");

/** The addresses of pages. They have the same paths as on GitHub, so that the links in Detoil's texts work here. */
export const paths = {
  home: "/",
  /** Its pull requests; its issues where there are only those. */
  front: (repo: SimRepo) => paths.repository(repo, repo.pulls.size === 0 && repo.issues.size > 0 ? "issues" : "pulls"),
  repository: (repo: Named, tab: "pulls" | "issues" | "milestones" | "checks" | "releases"): string =>
    `/${encoded(repo.name)}/${tab}`,
  pull: (repo: Named, number: number) => `/${encoded(repo.name)}/pull/${number}`,
  issue: (repo: Named, number: number) => `/${encoded(repo.name)}/issues/${number}`,
  milestone: (repo: Named, number: number) => `/${encoded(repo.name)}/milestone/${number}`,
  run: (repo: Named, id: number) => `/${encoded(repo.name)}/runs/${id}`,
  commit: (repo: Named, sha: string) => `/${encoded(repo.name)}/commit/${encoded(sha)}`,
  file: (repo: Named, ref: string, path: string) => `/${encoded(repo.name)}/blob/${encoded(ref)}/${encoded(path)}`,
  compare: (repo: Named, base: string, head: string) =>
    `/${encoded(repo.name)}/compare/${encoded(base)}...${encoded(head)}`,
  /** GitHub redirects from `orgs` to `users` where the owner is a person; here both are the same. */
  project: ({ owner, number }: Pick<SimProject, "owner" | "number">) => `/orgs/${encoded(owner)}/projects/${number}`,
  release: (repo: Named, tag: string) => `/${encoded(repo.name)}/releases/tag/${encoded(tag)}`,
};

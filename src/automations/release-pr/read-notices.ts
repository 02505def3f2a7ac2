import type { GitHub } from "../../github/client.ts";
import type { Look } from "../automation.ts";
import type { Notice } from "./facts.ts";
import { isNotice } from "./notice.ts";

/** Detoil's release pull requests are in GitHub's list of issues, too, so it may take more than one page. */
const MOST_PAGES = 3;

/** Detoil's latest issue about lanes that cannot be looked at, open or closed; none where there never was one. */
export async function readNotices(github: GitHub, look: Look): Promise<Notice[]> {
  const { owner, name } = look.repository;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const { data } = await github.rest("GET /repos/{owner}/{repo}/issues", {
      owner,
      repo: name,
      state: "all",
      creator: look.self.login,
      sort: "created",
      direction: "desc",
      per_page: 100,
      page,
    });
    const found = data.find(
      (issue) =>
        issue.pull_request === undefined && issue.user?.login === look.self.login && isNotice(issue.body ?? ""),
    );
    if (found !== undefined) {
      const { number, title, body } = found;
      return [{ number, title, body: body ?? "", open: found.state === "open" }];
    }
    if (data.length < 100) break;
  }
  return [];
}

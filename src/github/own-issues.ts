import { hasMarker } from "../markdown/marker.ts";
import type { GitHub } from "./client.ts";
import { isSelf } from "./is-self.ts";
import { nodesOf } from "./nodes.ts";
import { ownIssues, type ownIssuesResult, type ownIssuesVariables } from "./own-issues.generated.ts";
import { PageCursor } from "./page-cursor.ts";
import type { RepoRef } from "./repo-ref.ts";
import { isGheCloud } from "./web-url.ts";

/** An issue that this App's own bot opened. */
export interface OwnIssue {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly open: boolean;
}

export interface OwnIssueRequest {
  readonly repository: RepoRef;
  readonly webUrl: string;
  /** The key of the marker that it carries. */
  readonly marker: string;
  readonly states: "open" | "all";
  /** Before a new issue is created, every place where it may exist is searched. */
  readonly mustBeSure: boolean;
}

export interface OwnIssueAnswer {
  /** An open one, else the latest closed one. */
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}

type Filter = ownIssuesVariables["filter"];
type Page = NonNullable<NonNullable<ownIssuesResult["repository"]>["open"]>;

/** 5,000 issues: more than a search that people wait for may read. */
const MOST_PAGES = 50;

/**
 * Detoil's own status issue (a broken sre.yml, a missing branch or permission), however many other issues it has opened.
 * Tasks are in milestones, so the first query excludes those. On GitHub Enterprise Cloud `createdBy` finds nothing by a bot
 * (renovatebot/renovate#44730): if it finds no issue at all, authors are compared here.
 */
export async function findOwnIssue(github: GitHub, request: OwnIssueRequest): Promise<OwnIssueAnswer> {
  const createdBy = github.self.login;
  const search = new Search(github, request);
  await search.through({ createdBy, milestone: null });
  if (request.mustBeSure) await search.through({ createdBy, milestone: "*" });
  if (!search.sawOwn && (request.mustBeSure || isGheCloud(request.webUrl))) await search.through({});
  return { issue: search.found, hasIssues: search.hasIssues };
}

class Search {
  found: OwnIssue | null = null;
  sawOwn = false;
  hasIssues = false;
  private pages = 0;
  private readonly github: GitHub;
  private readonly request: OwnIssueRequest;

  constructor(github: GitHub, request: OwnIssueRequest) {
    this.github = github;
    this.request = request;
  }

  async through(filter: Filter): Promise<void> {
    const { owner, name } = this.request.repository;
    const [open, closed] = [new PageCursor(), new PageCursor()];
    if (this.request.states === "open") closed.stop();
    while (this.found?.open !== true && (open.more || closed.more) && this.pages < MOST_PAGES) {
      this.pages += 1;
      const variables: ownIssuesVariables = {
        owner,
        name,
        filter,
        wantsOpen: open.more,
        openCursor: open.after,
        wantsClosed: closed.more,
        closedCursor: closed.after,
      };
      const { repository }: ownIssuesResult = await this.github.graphql(ownIssues, variables);
      this.hasIssues = repository?.hasIssuesEnabled ?? false;
      this.read(repository?.open ?? null, true);
      this.read(repository?.closed ?? null, false);
      open.moveBehind(repository?.open);
      closed.moveBehind(repository?.closed);
      if (this.found !== null) closed.stop();
    }
  }

  private read(page: Page | null, open: boolean): void {
    for (const { number, title, body, author } of nodesOf(page)) {
      if (!isSelf(author, this.github.self)) continue;
      this.sawOwn = true;
      if (!hasMarker(body, this.request.marker) || (this.found !== null && !open)) continue;
      if (this.found?.open !== true) this.found = { number, title, body, open };
    }
  }
}

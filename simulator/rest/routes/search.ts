import { repoNamed } from "../../platform/actor.ts";
import { presentIssues } from "../../present.ts";
import { Refused } from "../../refused.ts";
import { listed } from "../../replicas.ts";
import type { SimIssue, SimPull, SimRepo } from "../../state.ts";
import { type Call, type Handlers, ok } from "../context.ts";
import { paged } from "../paging.ts";
import { renderIssue } from "../render/issue.ts";
import { mayShow } from "./accounts.ts";

/** Characters of a query without its qualifiers' own (GitHub's documented end). */
const LONGEST_QUERY = 256;

export const searchRoutes: Handlers = {
  "GET /search/issues": (call) => {
    const { context, query } = call;
    const text = query.get("q") ?? "";
    if (text.trim() === "")
      throw new Refused(422, "Validation Failed", [{ resource: "Search", field: "q", code: "missing" }]);
    if (text.length > LONGEST_QUERY) {
      const message = "The search is longer than 256 characters.";
      throw new Refused(422, "Validation Failed", [{ resource: "Search", field: "q", code: "invalid", message }]);
    }
    const found = search(call, text);
    const { items, headers } = paged(call, found);
    const rendered = items.map(({ repo, item }) => ({ ...renderIssue(context, repo, item), score: 1 }));
    const body = { total_count: found.length, incomplete_results: false, search_type: "lexical", items: rendered };
    return ok(body, headers);
  },
};

interface Asked {
  readonly repos: readonly string[];
  readonly wants: readonly ((item: SimIssue | SimPull) => boolean)[];
  readonly words: readonly string[];
}

/** The issues and pull requests that a query finds; a word that is part of a sha (7 digits or more) finds its pull request. */
function search(call: Call, text: string): { repo: SimRepo; item: SimIssue | SimPull }[] {
  const { repos, wants, words } = read(call, text);
  const names = repos.map((name) => repoNamed(call.context.state, name)?.name ?? name);
  const visible = names.length === 0 ? [...call.context.state.repos.keys()] : names;
  return visible.flatMap((name) => {
    const repo = call.context.state.repos.get(name);
    if (repo === undefined || !mayShow(call, name)) return [];
    const shown = [
      ...listed(repo, "issues", presentIssues(repo), ({ id }) => id),
      ...listed(repo, "pulls", [...repo.pulls.values()], ({ id }) => id),
    ];
    return shown
      .filter(
        (item) => wants.every((want) => want(item)) && (words.length === 0 || words.some((word) => holds(item, word))),
      )
      .sort((a, b) => b.number - a.number)
      .map((item) => ({ repo, item }));
  });
}

function read(call: Call, text: string): Asked {
  const repos: string[] = [];
  const words: string[] = [];
  const wants: ((item: SimIssue | SimPull) => boolean)[] = [];
  for (const part of text.match(/[\w-]+:"[^"]*"|"[^"]*"|\S+/g) ?? []) {
    const [, name, quoted] = /^([\w-]+):(.+)$/.exec(part) ?? [];
    const value = (quoted ?? part).replace(/^"|"$/g, "");
    if (name === undefined) words.push(value);
    else if (name === "repo") repos.push(value);
    else wants.push(qualifier(call, name, value));
  }
  return { repos, wants, words };
}

function qualifier(call: Call, name: string, value: string): (item: SimIssue | SimPull) => boolean {
  const key = `${name}:${value.toLowerCase()}`;
  if (key === "is:pr" || key === "type:pr") return (item) => "head_sha" in item;
  if (key === "is:issue" || key === "type:issue") return (item) => !("head_sha" in item);
  if (key === "is:open" || key === "state:open") return (item) => item.state === "open";
  if (key === "is:closed" || key === "state:closed") return (item) => item.state !== "open";
  if (key === "is:merged") return (item) => item.state === "merged";
  if (key === "is:unmerged") return (item) => item.state !== "merged";
  if (name === "author") return (item) => item.user?.toLowerCase() === value.toLowerCase();
  if (name === "label") return (item) => item.labels.some((one) => one.name.toLowerCase() === value.toLowerCase());
  if (name === "base") return (item) => "head_sha" in item && item.base === value;
  if (name === "head") return (item) => "head_sha" in item && item.head === value;
  call.context.unexpected(`GET /search/issues: the simulated GitHub does not know ${key}`);
  return () => false;
}

function holds(item: SimIssue | SimPull, word: string): boolean {
  const lower = word.toLowerCase();
  if (/^[0-9a-f]{7,40}$/.test(lower)) {
    if (!("head_sha" in item)) return false;
    return [item.head_sha, item.merge_commit_sha ?? "", ...item.commits].some((sha) => sha.startsWith(lower));
  }
  return item.title.toLowerCase().includes(lower) || item.body.toLowerCase().includes(lower);
}

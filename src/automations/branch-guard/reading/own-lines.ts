import { type Document, type GitHub, UNKNOWN, type Unknown } from "../../../github/client.ts";
import { nodesOf } from "../../../github/nodes.ts";
import { readPages } from "../../../github/read-pages.ts";
import type { RepoRef } from "../../../github/repo-ref.ts";
import { A_PAGE } from "../../../github-limits.ts";
import { type Before, newestOnLine, roots } from "../evaluating/own-line.ts";
import type { ForbiddenBranch, GuardedCommit } from "../facts.ts";
import { guardLine, type guardLineResult } from "./guard-line.generated.ts";

/** 5,000 commits of one branch since the oldest commit of a pull request. */
const MOST_PAGES = 50;
/** More beginnings than this are not asked about one by one. */
const MOST_ROOTS = 5;

type LineObject = NonNullable<guardLineResult["repository"]>["object"];
type History = Extract<LineObject, { readonly history: unknown }>["history"];

interface Line {
  readonly tip: string;
  readonly read: Map<string, Before | null>;
  readonly pages: AsyncGenerator<History>;
}

/** `BEHIND` or `IDENTICAL`: the branch has the commit. */
type Compared = { readonly status: string } | Unknown | null;

interface Opened {
  readonly repository: Readonly<Record<string, OpenedRef | null>> | null;
}

interface OpenedRef extends Readonly<Record<string, unknown>> {
  readonly target?: { readonly oid: string; readonly history?: History } | null;
}

interface Judged {
  readonly forbidden: readonly ForbiddenBranch[];
  /** The base has got some of the commits meanwhile. */
  readonly isOutdated: boolean;
}

/** Branches' own lines, each read as far as a pull request needs it and no further. */
export interface OwnLines {
  judge(base: string, branches: readonly string[], commits: readonly GuardedCommit[]): Promise<Judged>;
}

/**
 * Commits have no first-parent history over GraphQL, but each names its parents: what is read of a branch's history is followed
 * from its tip. In one request: where the histories begin, and which branches have any of the commits at all. A branch that has
 * none is settled with that, however long ago the pull request began.
 */
export function ownLines(github: GitHub, { owner, name }: RepoRef): OwnLines {
  const lines = new Map<string, Line | null>();

  /** Opens the lines that are new, and returns which of the branches, and the base, have any of these commits; null: not known. */
  async function ask(base: string, branches: readonly string[], probes: readonly string[]) {
    const all = [base, ...branches];
    const fresh = branches.filter((branch) => !lines.has(branch));
    const refs = Object.fromEntries(all.map((branch, at) => [`r${at}`, `refs/heads/${branch}`]));
    const { repository } = await github.graphql(openingDocument(all, fresh, probes), { owner, name, ...refs });
    const has = new Map<string, boolean | null>();
    for (const [at, branch] of all.entries()) {
      const ref = repository?.[`r${at}`] ?? null;
      if (fresh.includes(branch)) lines.set(branch, lineFrom(ref));
      const compared = probes.map((_, index) => (ref?.[`p${index}`] ?? null) as Compared);
      has.set(branch, ref === null ? false : sharesAny(compared));
    }
    return has;
  }

  function lineFrom(ref: OpenedRef | null): Line | null {
    const target = ref?.target ?? null;
    if (target === null) return null;
    const { oid: tip, history: first } = target;
    const read = async (cursor: string | null) => {
      const { repository } = await github.graphql(guardLine, { owner, name, oid: tip, cursor });
      const object: LineObject = repository?.object ?? null;
      // The schema allows any object under an oid.
      return (object as Partial<Extract<LineObject, { readonly history: unknown }>> | null)?.history;
    };
    const pages = readPages<History>(read, { ...(first === undefined ? {} : { first }), most: MOST_PAGES });
    const line = { tip, read: new Map(), pages };
    take(line, first);
    return line;
  }

  async function newestOf(line: Line, known: ReadonlyMap<string, GuardedCommit>): Promise<string | null | "too far"> {
    for (;;) {
      const found = newestOnLine(line, known);
      if (found !== "more") return found;
      const { value: page, done } = await line.pages.next();
      if (done === true) return "too far";
      take(line, page);
    }
  }

  return {
    async judge(base, branches, commits) {
      const begin = roots(commits).map(({ oid }) => oid);
      const probes = begin.length > MOST_ROOTS ? [] : begin;
      const known = new Map(commits.map((commit) => [commit.oid, commit]));
      if (commits.length === 0 || branches.every((branch) => isSettled(lines.get(branch), known)))
        return { forbidden: branches.map((branch) => clear(branch, lines)), isOutdated: false };
      const has = await ask(base, branches, probes);
      const forbidden: ForbiddenBranch[] = [];
      for (const branch of branches) {
        const line = lines.get(branch) ?? null;
        if (line === null || (probes.length > 0 && has.get(branch) === false)) {
          forbidden.push(clear(branch, lines));
          continue;
        }
        const newest = await newestOf(line, known);
        if (newest === "too far") forbidden.push({ branch, is: "too far", newest: null });
        else forbidden.push({ branch, is: newest === null ? "clear" : "based", newest });
      }
      const found = forbidden.flatMap(({ newest }) => newest ?? []);
      if (found.length === 0) return { forbidden, isOutdated: false };
      const isKnown = probes.length > 0 && (has.get(base) ?? null) !== null;
      const ofBase = isKnown ? has.get(base) : (await ask(base, [], found)).get(base);
      return { forbidden, isOutdated: ofBase === true };
    },
  };
}

function take({ read }: Line, page: History | undefined): void {
  for (const { oid, parents } of nodesOf(page)) {
    const [first] = nodesOf(parents);
    read.set(oid, first === undefined ? null : { oid: first.oid, committedAt: first.committedDate });
  }
}

/** Whether what is known of a branch already says that none of these is of its line. */
function isSettled(line: Line | null | undefined, known: ReadonlyMap<string, GuardedCommit>): boolean {
  return line === null || (line !== undefined && newestOnLine(line, known) === null);
}

function clear(branch: string, lines: ReadonlyMap<string, Line | null>): ForbiddenBranch {
  return { branch, is: lines.get(branch) === null ? "missing" : "clear", newest: null };
}

function sharesAny(compared: readonly Compared[]): boolean | null {
  const known = compared.flatMap((one) => (one === null || one === UNKNOWN ? [] : [one.status]));
  if (known.some((status) => status === "BEHIND" || status === "IDENTICAL")) return true;
  return known.length < compared.length ? null : false;
}

/** `probes`: commits that every branch is compared with. */
function openingDocument(
  branches: readonly string[],
  fresh: readonly string[],
  probes: readonly string[],
): Document<Record<string, string>, Opened> {
  const variables = branches.map((_, at) => `, $r${at}: String!`).join("");
  const compared = probes.map((oid, index) => `p${index}: compare(headRef: "${oid}") { status }`);
  const history =
    "target { oid ... on Commit { history(first: $size) { pageInfo { hasNextPage endCursor } nodes { oid parents(first: 1) { nodes { oid committedDate } } } } } }";
  const fields = branches.map((branch, at) => {
    const wanted = fresh.includes(branch) ? [history] : [];
    return `r${at}: ref(qualifiedName: $r${at}) { name ${[...wanted, ...compared].join(" ")} }`;
  });
  return {
    name: "guardLines",
    // A commit of a fork, or one that has no history in common.
    unknown: branches.flatMap((_, at) => probes.map((__, index) => `repository.r${at}.p${index}`)),
    ...(fresh.length > 0 ? { pages: { size: A_PAGE } } : {}),
    text: `query guardLines($owner: String!, $name: String!${variables}${fresh.length > 0 ? `, $size: Int = ${A_PAGE}` : ""}) {
repository(owner: $owner, name: $name) {
${fields.join("\n")}
}
rateLimit { cost }
}`,
  };
}

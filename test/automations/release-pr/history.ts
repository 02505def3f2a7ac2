import { createHash } from "node:crypto";
import { parse } from "yaml";
import type { ReconcileContext } from "../../../src/automations/automation.ts";
import type {
  GraphCommit,
  LaneFacts,
  LanesFacts,
  MergedPull,
  OpenPull,
} from "../../../src/automations/release-pr/facts.ts";
import type { Person } from "../../../src/automations/release-pr/person.ts";
import { type SreConfig, sreSchema } from "../../../src/config/schema.ts";
import { sectionOf } from "../../../src/config/section-of.ts";

/** A short name as a 40 digit commit id. */
export function oid(name: string): string {
  return createHash("sha1").update(name).digest("hex");
}

export function person(login: string): Person {
  return { login, bot: login.endsWith("[bot]") };
}

/** 09:00 UTC on the n-th of November. */
export function day(n: number, minute = 0): string {
  return new Date(Date.UTC(2026, 10, n, 9, minute)).toISOString().replace(".000Z", "Z");
}

export function commit(
  name: string,
  parents: readonly string[] = [],
  message = name,
  at = day(1),
  author: string | null = "alice",
): GraphCommit {
  return { oid: oid(name), message, authoredAt: at, committedAt: at, author, parents: parents.map(oid) };
}

export interface PullWords {
  readonly title?: string;
  readonly body?: string;
  readonly author?: string | null;
  readonly assignees?: readonly string[];
  readonly labels?: readonly string[];
  readonly at?: string;
  readonly base?: string;
  readonly head?: string;
  readonly headName?: string;
  readonly fork?: boolean;
}

/** A pull request merged as the commit of that name; null: its merge commit does not exist. */
export function pull(number: number, mergeCommit: string | null, words: PullWords = {}): MergedPull {
  const at = words.at ?? day(1, number);
  const author = words.author === undefined ? "alice" : words.author;
  return {
    number,
    title: words.title ?? `Change ${number}`,
    body: words.body ?? "",
    author: author === null ? null : person(author),
    assignees: (words.assignees ?? []).map(person),
    labels: words.labels ?? [],
    mergedAt: at,
    updatedAt: at,
    base: words.base ?? "develop",
    head: words.head ?? `feature/${number}`,
    headOid: oid(words.headName ?? `head-${number}`),
    crossRepository: words.fork ?? false,
    mergeCommit: mergeCommit === null ? null : oid(mergeCommit),
  };
}

/** sre.yml with these lines under the first lane, and these at the top. */
export function configOf(lane: Record<string, unknown> = {}, top: Record<string, unknown> = {}): SreConfig {
  return sreSchema.parse({ version: 1, ...top, release: { lanes: [{ from: "develop", to: "main", ...lane }] } });
}

export function configText(text: string): SreConfig {
  return sreSchema.parse(parse(text));
}

const NOW = new Date("2026-11-20T01:00:00Z");

export function contextOf(config: SreConfig, now = NOW): ReconcileContext<"release"> {
  const section = sectionOf(config, "release");
  if (section === null) throw new Error("a lane is needed");
  return {
    section,
    repository: { id: 1, owner: "acme", name: "shop" },
    target: "lanes",
    now,
    self: { slug: "detoil", login: "detoil[bot]" },
    config,
    loaded: {
      state: "valid",
      config,
      problems: [],
      language: config.language,
      origin: { repository: "acme/shop", path: ".github/sre.yml", commit: oid("config") },
      inForceSince: null,
      defaultBranch: "develop",
      inherited: [],
      suppliers: new Map(),
      isPrivate: true,
    },
    webUrl: "https://github.com",
    granted: null,
    refusals: [],
  };
}

/** A lane with those commits and pull requests waiting, and no other facts. */
export function laneFacts(
  config: SreConfig,
  commits: readonly GraphCommit[],
  pulls: readonly MergedPull[],
  more: Partial<LaneFacts> = {},
): LaneFacts {
  const lane = config.release?.lanes[0];
  if (lane === undefined) throw new Error("a lane is needed");
  return {
    kind: "read",
    lane,
    ahead: commits.length,
    commits,
    cut: false,
    pulls,
    brought: new Map(),
    baseOnly: [],
    inBase: new Set(),
    released: new Map(),
    headOid: commits.at(-1)?.oid ?? oid("tip"),
    openPull: null,
    outsider: null,
    releases: [],
    closedUnmerged: null,
    sameHead: [],
    since: null,
    checkRun: null,
    signedBy: new Map(),
    assignable: null,
    mergeCommits: true,
    deletesHead: false,
    silent: false,
    statusIssues: [],
    ...more,
  };
}

export function lanesFacts(...lanes: LanesFacts["lanes"]): LanesFacts {
  return { kind: "lanes", repository: "acme/shop", lanes, focus: null, unchecked: [] };
}

/** `n` pull requests, each a squash commit on the one before it. */
export function squashes(...pulls: readonly (readonly [number, PullWords?])[]): {
  commits: GraphCommit[];
  pulls: MergedPull[];
} {
  return {
    commits: pulls.map(([number, words], at) =>
      commit(
        `s${number}`,
        at === 0 ? [] : [`s${pulls[at - 1]?.[0]}`],
        `${words?.title ?? `Change ${number}`} (#${number})`,
        words?.at ?? day(1, number),
      ),
    ),
    pulls: pulls.map(([number, words]) => pull(number, `s${number}`, words)),
  };
}

export function openPull(words: Partial<OpenPull> = {}): OpenPull {
  return {
    number: 50,
    title: "Release 2026-11-20",
    body: "",
    overwritten: null,
    createdAt: "2026-11-19T00:00:00Z",
    author: person("detoil[bot]"),
    ours: true,
    labels: [],
    assignees: [],
    reviewers: [],
    teamsRequested: 0,
    humans: [],
    isTalkCut: false,
    ...words,
  };
}

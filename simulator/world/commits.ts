import { z } from "zod";
import { generation } from "../git/generation.ts";
import { shaOf } from "../git/sha.ts";
import type { Sha, SimCommit, SimRepo, SimTag } from "../state.ts";
import { sha, time } from "./fields.ts";
import type { Reading } from "./reading.ts";

export const commitShape = z.strictObject({
  sha,
  parents: z.array(sha).optional(),
  message: z.string().optional(),
  author: z.string().nullable().optional(),
  authored_at: time.optional(),
  committed_at: time.optional(),
  files: z
    .union([z.array(z.string().min(1)), z.record(z.string().min(1), z.union([z.string(), z.null(), z.literal(true)]))])
    .optional(),
});

export const tagShape = z.strictObject({
  name: z.string().min(1),
  sha,
  at: time.optional(),
  annotated: z.boolean().optional(),
});

type CommitInput = z.output<typeof commitShape>;

/** All commits of a repository; they may come in any order. */
export function readCommits(reading: Reading, repo: SimRepo, inputs: readonly CommitInput[]): void {
  inputs.forEach((input, index) => {
    const commit = readCommit(reading, input);
    if (repo.commits.has(commit.sha)) reading.at(index, "sha").fail(`a second commit ${input.sha}`);
    repo.commits.set(commit.sha, commit);
  });
  inputs.forEach((input, index) => {
    input.parents?.forEach((parent, at) => {
      reading.at(index, "parents", at).commit(parent, repo.commits);
    });
  });
  [...repo.commits.values()].forEach((commit, index) => {
    try {
      generation(repo.commits, commit);
    } catch {
      reading.at(index, "parents").fail("the history runs in a circle");
    }
  });
}

/** A name that could be a login is treated as one; "Ada Lovelace" has no account. */
function readCommit(reading: Reading, input: CommitInput): SimCommit {
  const author = input.author ?? null;
  if (author !== null && /^[A-Za-z0-9][A-Za-z0-9-]*(\[bot\])?$/.test(author)) reading.person(author);
  return {
    sha: shaOf(input.sha),
    parents: (input.parents ?? []).map(shaOf),
    message: input.message ?? input.sha,
    author,
    authored_at: input.authored_at ?? reading.time(input.committed_at),
    committed_at: input.committed_at ?? reading.time(input.authored_at),
    files: filesOf(input.files),
  };
}

function filesOf(files: CommitInput["files"]): SimCommit["files"] {
  if (files === undefined) return new Map();
  if (Array.isArray(files)) return new Map(files.map((path) => [path, undefined]));
  return new Map(Object.entries(files).map(([path, content]) => [path, content === true ? undefined : content]));
}

/** A repository without commits in the file gets one, so that its branch points to something. */
export function firstCommit(reading: Reading, repo: SimRepo): Sha {
  const at = reading.state.now;
  const commit: SimCommit = {
    sha: shaOf(`${repo.name} Initial commit`),
    parents: [],
    message: "Initial commit",
    author: null,
    authored_at: at,
    committed_at: at,
    files: new Map(),
  };
  repo.commits.set(commit.sha, commit);
  return commit.sha;
}

export function readTags(reading: Reading, repo: SimRepo, inputs: readonly z.output<typeof tagShape>[]): void {
  inputs.forEach((input, index) => {
    if (repo.tags.has(input.name)) reading.at(index, "name").fail(`a second tag ${input.name}`);
    const tag: SimTag = {
      name: input.name,
      sha: reading.at(index, "sha").commit(input.sha, repo.commits),
      at: reading.time(input.at),
      annotated: input.annotated ?? false,
    };
    repo.tags.set(tag.name, tag);
  });
}

/** A commit as the file has it; `true` stands for a change whose content the world does not tell, beside ones that it does. */
export function writeCommit(commit: SimCommit): z.input<typeof commitShape> {
  const { sha, parents, message, author, authored_at, committed_at } = commit;
  const hasContent = [...commit.files.values()].some((content) => content !== undefined);
  const files = hasContent
    ? Object.fromEntries(
        [...commit.files].map(([path, content]) => [path, content === undefined ? (true as const) : content]),
      )
    : [...commit.files.keys()];
  return { sha, parents: [...parents], message, author, authored_at, committed_at, files };
}

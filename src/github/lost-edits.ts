import { type Document, type GitHub, UNKNOWN, type Unknown } from "./client.ts";
import { textHash } from "./hash.ts";
import { isSelf } from "./is-self.ts";
import { nodesOf } from "./nodes.ts";
import type { RepoRef } from "./repo-ref.ts";

/** What is known of the texts that Detoil wrote: see `Memory`. */
export interface BasisMemory {
  observed(
    prefix: string,
  ): Promise<readonly { readonly key: string; readonly value: unknown; readonly ageSeconds: number }[]>;
  drop(keys: readonly string[]): Promise<void>;
}

/** What begins the keys of the texts that bodies were computed from; then comes the number. */
export const BASIS = "basis/";
const OLDEST_SECONDS = 86_400;
const AT_ONCE = 30;

/** By what is remembered from which text a body was computed. */
export function basisKey(number: number): string {
  return `${BASIS}${number}`;
}

interface Edits {
  readonly nodes:
    | readonly ({
        readonly diff: string | null;
        readonly editor: { readonly __typename: string; readonly login: string } | null;
      } | null)[]
    | null;
}

interface Answer {
  readonly repository: Readonly<Record<string, { readonly userContentEdits: Edits | Unknown | null } | null>> | null;
}

const EDITS = "userContentEdits(first: 2) { nodes { diff editor { __typename login } } }";

/**
 * What people wrote into bodies in the milliseconds between Detoil's last reading and its PATCH, by number: GitHub has no
 * If-Match, so it was overwritten. The edit before ours then is not the text that ours was computed from. `diff` is taken for
 * the whole text, as public code does (wildcat-finance/skills); unproven with an App's token, and where it cannot be read
 * nothing is known to be lost. One request after bodies were written, none else.
 */
export async function readLostEdits(
  github: GitHub,
  { owner, name }: RepoRef,
  memory: BasisMemory,
): Promise<ReadonlyMap<number, string>> {
  const written = (await memory.observed(BASIS)).filter(({ ageSeconds }) => ageSeconds < OLDEST_SECONDS);
  const lost = new Map<number, string>();
  for (let at = 0; at < written.length; at += AT_ONCE) {
    const batch = written.slice(at, at + AT_ONCE).map(({ key, value }) => ({ key, value, number: numberIn(key) }));
    const { repository } = await github.graphql(documentFor(batch.map(({ number }) => number)), { owner, name });
    const done: string[] = [];
    for (const { key, value, number } of batch) {
      const edits = repository?.[`n${number}`]?.userContentEdits ?? null;
      const text = edits === null || edits === UNKNOWN ? null : overwrittenIn(nodesOf(edits), value, github);
      if (text === null) done.push(key);
      else lost.set(number, text);
    }
    await memory.drop(done);
  }
  return lost;
}

/** null: the edit before ours is what ours was computed from, or the latest is not ours. */
function overwrittenIn(
  [latest, before]: readonly NonNullable<NonNullable<Edits["nodes"]>[number]>[],
  basis: unknown,
  { self }: GitHub,
): string | null {
  if (latest === undefined || before === undefined || !isSelf(latest.editor, self) || isSelf(before.editor, self))
    return null;
  return before.diff === null || textHash(before.diff) === basis ? null : before.diff;
}

function numberIn(key: string): number {
  return Number(key.slice(BASIS.length));
}

function documentFor(numbers: readonly number[]): Document<{ owner: string; name: string }, Answer> {
  const fields = numbers.map(
    (number) =>
      `n${number}: issueOrPullRequest(number: ${number}) { ... on Issue { ${EDITS} } ... on PullRequest { ${EDITS} } }`,
  );
  return {
    name: "lostEdits",
    text: `query lostEdits($owner: String!, $name: String!) {
repository(owner: $owner, name: $name) {
${fields.join("\n")}
}
rateLimit { cost }
}`,
    missing: ["repository.*"],
    unknown: ["repository.*.userContentEdits"],
  };
}

import { type Document, type GitHub, UNKNOWN, type Unknown } from "./client.ts";
import { textHash } from "./hash.ts";
import { isSelf } from "./is-self.ts";
import { nodesOf } from "./nodes.ts";
import type { RepoRef } from "./repo-ref.ts";

/** What is known about the texts that Detoil wrote. */
export interface BasisMemory {
  observed(
    prefix: string,
  ): Promise<readonly { readonly key: string; readonly value: unknown; readonly ageSeconds: number }[]>;
  drop(keys: readonly string[]): Promise<void>;
}

/** Prefix of the keys of the texts that bodies were computed from; the number follows. */
export const BASIS = "basis/";
const OLDEST_SECONDS = 86_400;
/** By then edits show, however much GitHub's replicas lag. */
const VISIBLE_SECONDS = 60;
const AT_ONCE = 30;

/** Key of the text that a body was computed from. */
export function basisKey(number: number): string {
  return `${BASIS}${number}`;
}

/** Hashes of texts: the one that the latest write was computed from, and that of the write before it, if that is open still. */
interface Basis {
  readonly basis: string;
  readonly former: string | null;
}

/** What is remembered of a text, read; null: nothing. */
export function basisIn(value: unknown): Basis | null {
  const { basis, former }: { basis?: unknown; former?: unknown } = Object(value);
  if (typeof basis !== "string") return null;
  return { basis, former: typeof former === "string" ? former : null };
}

/** What is to be remembered before another write: if that one never happens, the former one still counts. */
export function nextBasis(known: Basis | null, basis: string): Basis {
  if (known === null) return { basis, former: null };
  return known.basis === basis ? known : { basis, former: known.basis };
}

/** A person's edit that was overwritten. */
export interface LostEdit {
  /** The text that they changed; null: it cannot be read. */
  readonly before: string | null;
  readonly text: string;
}

interface Edit {
  readonly diff: string | null;
  readonly editor: { readonly __typename: string; readonly login: string } | null;
}

interface Edits {
  readonly nodes: readonly (Edit | null)[] | null;
}

interface Answer {
  readonly repository: Readonly<Record<string, { readonly userContentEdits: Edits | Unknown | null } | null>> | null;
}

/** Nobody makes more edits than this between one plan's writes to one text. */
const EDITS = "userContentEdits(first: 10) { nodes { diff editor { __typename login } } }";

/**
 * What people wrote into bodies in the milliseconds between Detoil's last read and its PATCH, by number and oldest first.
 * GitHub has no If-Match, so these edits were overwritten: they lie in the history between the text that Detoil's was
 * computed from and Detoil's own. `diff` is taken as the whole text, as public code does (wildcat-finance/skills); unproven
 * with an App's token, and where it cannot be read, nothing is known to be lost. Costs one request, only after bodies were written.
 */
export async function readLostEdits(
  github: GitHub,
  { owner, name }: RepoRef,
  memory: BasisMemory,
): Promise<ReadonlyMap<number, readonly LostEdit[]>> {
  const written = (await memory.observed(BASIS)).filter(({ ageSeconds }) => ageSeconds < OLDEST_SECONDS);
  const lost = new Map<number, readonly LostEdit[]>();
  for (let at = 0; at < written.length; at += AT_ONCE) {
    const batch = written.slice(at, at + AT_ONCE).map((row) => ({ ...row, number: numberIn(row.key) }));
    const { repository } = await github.graphql(documentFor(batch.map(({ number }) => number)), { owner, name });
    const done: string[] = [];
    for (const { key, value, number, ageSeconds } of batch) {
      const edits = repository?.[`n${number}`]?.userContentEdits ?? null;
      const basis = basisIn(value);
      const nodes = edits === null || edits === UNKNOWN ? null : nodesOf(edits);
      const found = nodes === null || basis === null ? [] : overwrittenIn(nodes, basis, github);
      const isOpen = nodes !== null && basis !== null && isUnwritten(nodes, basis) && ageSeconds < VISIBLE_SECONDS;
      if (found.length > 0) lost.set(number, found);
      else if (!isOpen) done.push(key);
    }
    await memory.drop(done);
  }
  return lost;
}

/** Overwritten edits, the latest first; none if the latest edit is a person's, who saw the text before it. */
function overwrittenIn(edits: readonly Edit[], { basis, former }: Basis, { self }: GitHub): LostEdit[] {
  const [latest, ...earlier] = edits;
  if (latest === undefined || !isSelf(latest.editor, self)) return [];
  const start = isUnwritten(edits, { basis, former }) ? former : basis;
  const end = earlier.findIndex(({ diff }) => diff !== null && textHash(diff) === start);
  // If none of the texts is the known one, they are not whole texts, or too old.
  const unread = earlier.slice(0, Math.max(end, 0));
  const lost = unread.flatMap(({ diff, editor }, at) =>
    diff === null || isSelf(editor, self) ? [] : [{ before: earlier[at + 1]?.diff ?? null, text: diff }],
  );
  return lost.reverse();
}

/** The text is still the one that the latest write was computed from: it did not happen, or does not show yet. */
function isUnwritten(edits: readonly Edit[], { basis }: Basis): boolean {
  const [latest] = edits;
  return latest === undefined || (latest.diff !== null && textHash(latest.diff) === basis);
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

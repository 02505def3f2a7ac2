import { type Document, type GitHub, UNKNOWN, type Unknown } from "./client.ts";
import { textHash } from "./hash.ts";
import { isSelf } from "./is-self.ts";
import { nodesOf } from "./nodes.ts";
import type { RepoRef } from "./repo-ref.ts";

/** What is known about the texts that Detoil wrote. */
export interface WritingMemory {
  observed(
    prefix: string,
  ): Promise<readonly { readonly key: string; readonly value: unknown; readonly ageSeconds: number }[]>;
  drop(keys: readonly string[]): Promise<void>;
}

/** Prefix of the keys under which the writing of a body is announced; the number follows. */
export const WRITING = "writing/";
const OLDEST_SECONDS = 86_400;
/** By then a write has shown, or never will, however much GitHub's replicas lag. */
const VISIBLE_SECONDS = 60;
const AT_ONCE = 30;
/** Nobody makes more edits than this between one plan's writes to one text, and seldom before the next one. */
const EDITS = 10;
/** Where somebody did (ticking a list while GitHub's limit holds Detoil back): one text's edits, as many as a page has. */
const MORE_EDITS = 100;

/** Key under which the writing of a body is announced. */
export function writingKey(number: number): string {
  return `${WRITING}${number}`;
}

/** A write of a body, before it happens: the `textHash` of the text that it is computed from, and of the text itself. */
export interface Writing {
  readonly basis: string;
  readonly text: string;
}

/** What is remembered of the writing of one body, the oldest first. */
export function writingsIn(value: unknown): readonly Writing[] {
  return Array.isArray(value) ? value.flatMap((one) => (isWriting(one) ? [one] : [])) : [];
}

function isWriting(value: unknown): value is Writing {
  const { basis, text }: { basis?: unknown; text?: unknown } = Object(value);
  return typeof basis === "string" && typeof text === "string";
}

/** With one more, which may come before the ones that are known, or never happen. */
export function withWriting(known: readonly Writing[], next: Writing): readonly Writing[] {
  const others = known.filter(({ basis, text }) => basis !== next.basis || text !== next.text);
  return [...others, next].slice(-EDITS);
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

/** What was overwritten in one body. */
export interface LostEdits {
  /** The oldest first. */
  readonly edits: readonly LostEdit[];
  /** Texts of ours among them: writes of one plan after the other, or of another item of work, overwritten likewise. */
  readonly ownTexts: readonly string[];
  /** Somebody has edited the text since our write. */
  readonly isEditedSince: boolean;
  /** Every announced write shows, or never will: once nothing is missing, the announcements may be forgotten. */
  readonly isSettled: boolean;
}

/**
 * What people wrote into bodies in the milliseconds between Detoil's last read and its PATCH, by number and oldest first.
 * GitHub has no If-Match, so these edits were overwritten: they lie in the history between the text that Detoil's was
 * computed from and Detoil's own. `diff` is taken as the whole text, as public code does (wildcat-finance/skills); unproven
 * with an App's token, and where it cannot be read, nothing is known to be lost. Costs one request, only after bodies were
 * written. To be called after the bodies were read: what is lost by then must be known to the plan.
 */
export async function readLostEdits(
  github: GitHub,
  { owner, name }: RepoRef,
  memory: WritingMemory,
): Promise<ReadonlyMap<number, LostEdits>> {
  const written = (await memory.observed(WRITING)).filter(({ ageSeconds }) => ageSeconds < OLDEST_SECONDS);
  const lost = new Map<number, LostEdits>();
  for (let at = 0; at < written.length; at += AT_ONCE) {
    const batch = written.slice(at, at + AT_ONCE).map((row) => ({ ...row, number: numberIn(row.key) }));
    const ask = async (numbers: readonly number[], edits: number) => {
      const { repository } = await github.graphql(documentFor(numbers, edits), { owner, name });
      return new Map(numbers.map((number) => [number, read(repository?.[`n${number}`]?.userContentEdits, github)]));
    };
    const latest = await ask(
      batch.map(({ number }) => number),
      EDITS,
    );
    const done: string[] = [];
    for (const { key, value, number, ageSeconds } of batch) {
      const writings = writingsIn(value);
      const some = latest.get(number) ?? null;
      const isCut = some?.length === EDITS && basisIn(some, writings) === null;
      const all = isCut ? ((await ask([number], MORE_EDITS)).get(number) ?? null) : some;
      const { edits, ownTexts } = all === null ? NOTHING : lostAmong(all, writings);
      const isSettled = all === null || ageSeconds >= VISIBLE_SECONDS || writings.every((one) => shows(all, one));
      if (edits.length + ownTexts.length > 0)
        lost.set(number, { edits, ownTexts, isEditedSince: all?.[0]?.isOurs !== true, isSettled });
      else if (isSettled) done.push(key);
    }
    await memory.drop(done);
  }
  return lost;
}

const NOTHING: Pick<LostEdits, "edits" | "ownTexts"> = { edits: [], ownTexts: [] };

interface ReadEdit {
  readonly text: string | null;
  readonly hash: string | null;
  readonly isOurs: boolean;
}

/** null: GitHub shows none. */
function read(edits: Edits | Unknown | null | undefined, { self }: GitHub): ReadEdit[] | null {
  if (edits == null || edits === UNKNOWN) return null;
  return nodesOf(edits).map(({ diff, editor }) => ({
    text: diff,
    hash: diff === null ? null : textHash(diff),
    isOurs: isSelf(editor, self),
  }));
}

/**
 * What Detoil's latest write overwrote; `edits` come the latest first. What people wrote after it stands. An earlier write
 * does not matter: the latest was computed from what that one had overwritten, or overwrote it itself.
 */
function lostAmong(edits: readonly ReadEdit[], writings: readonly Writing[]): Pick<LostEdits, "edits" | "ownTexts"> {
  const basis = basisIn(edits, writings);
  if (basis === null) return NOTHING;
  const { ours, end } = basis;
  const unread = edits.slice(ours + 1, end);
  const lost = unread.flatMap(({ text, isOurs }, at) =>
    text === null || isOurs ? [] : [{ before: edits[ours + 2 + at]?.text ?? null, text }],
  );
  return {
    edits: lost.reverse(),
    ownTexts: unread.flatMap(({ text, isOurs }) => (isOurs && text !== null ? [text] : [])),
  };
}

/**
 * Where Detoil's latest text is among the edits, and the one that it was computed from. null: it is not there, or none of
 * the texts is a known one; then they are not whole texts, or too old.
 */
function basisIn(edits: readonly ReadEdit[], writings: readonly Writing[]): { ours: number; end: number } | null {
  const ours = edits.findIndex(({ isOurs }) => isOurs);
  const latest = edits[ours];
  if (latest === undefined) return null;
  const announced = writings.filter(({ text }) => text === latest.hash);
  // A text that nobody announced may be one that GitHub changed: then as if it was computed from the latest that is known.
  const bases = new Set((announced.length > 0 ? announced : writings).map(({ basis }) => basis));
  const end = edits.findIndex(({ hash }, at) => at > ours && hash !== null && bases.has(hash));
  return end === -1 ? null : { ours, end };
}

function shows(edits: readonly ReadEdit[], { text }: Writing): boolean {
  return edits.some(({ hash, isOurs }) => isOurs && hash === text);
}

function numberIn(key: string): number {
  return Number(key.slice(WRITING.length));
}

function documentFor(numbers: readonly number[], edits: number): Document<{ owner: string; name: string }, Answer> {
  const field = `userContentEdits(first: ${edits}) { nodes { diff editor { __typename login } } }`;
  const fields = numbers.map(
    (number) =>
      `n${number}: issueOrPullRequest(number: ${number}) { ... on Issue { ${field} } ... on PullRequest { ${field} } }`,
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

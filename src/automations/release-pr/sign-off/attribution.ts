import type { Attribution, Attributions, History, Version } from "./facts.ts";
import { tickedIn } from "./sign-off.ts";

/**
 * Who ticked these boxes. A tick is whose edit brought it into the text; Detoil's own edits only carry it on (from the marker
 * of a list that was too long, or because it had overwritten a person's edit).
 */
export function attributionsOf(keys: Iterable<string>, { versions, isCut }: History): Attributions {
  const ticked = versions.map(({ text }) => (text === null ? null : tickedIn(text)));
  return new Map([...new Set(keys)].map((key) => [key, whoTicked(key, versions, ticked, isCut)]));
}

function whoTicked(
  key: string,
  versions: readonly Version[],
  ticked: readonly (ReadonlySet<string> | null)[],
  isCut: boolean,
): Attribution {
  for (const [index, { isOurs, login, at }] of versions.entries()) {
    const now = ticked[index] ?? null;
    const before = ticked[index + 1] ?? null;
    if (now === null) return null;
    const isFirst = index === versions.length - 1;
    if (!isFirst && before === null) return null;
    const was = isFirst ? isCut && now.has(key) : before?.has(key) === true;
    if (isOurs || was === now.has(key)) continue;
    return now.has(key) && login !== null ? { login, at } : null;
  }
  return null;
}

/** What the history tells, and what was known before it was cut. */
export function signedBy(ticked: ReadonlySet<string>, history: History, known: Attributions): Attributions {
  const told = attributionsOf(ticked, history);
  return new Map([...told].map(([key, who]) => [key, who ?? known.get(key) ?? null]));
}

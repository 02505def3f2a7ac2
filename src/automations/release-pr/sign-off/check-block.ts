import { formatMoment } from "../../../calendar/format.ts";
import { managedBlock } from "../../../managed/managed-body.ts";
import { escapeText } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import type { MarkerData } from "../../../markdown/marker.ts";
import { plain } from "../../../markdown/plain.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { Conclusion } from "../check/conclusion.ts";
import type { Attribution, Attributions } from "./facts.ts";
import { SIGN_OFF } from "./marker-key.ts";
import type { Expected, Signature } from "./sign-off.ts";
import { signOffText } from "./text.ts";

const LONGEST_WORDS = 60;
/** A check's summary takes 65,535 characters. */
const MOST_SHOWN = 200;
/** Of a release with more than some hundred pull requests nothing is stored: then all lanes judge each tick. */
const LONGEST_DATA = 20_000;

/** What is to be signed off, and by whom each box was ticked. */
export interface SignOff {
  readonly signatures: readonly Signature[];
  readonly attributions: Attributions;
}

/** What the check's marker stores, so that a tick is judged by the description alone. */
export interface Stored {
  /** The check without what sign-off says of it. */
  readonly others: Conclusion;
  readonly expected: Expected;
  readonly attributions: Attributions;
}

/** The check with what sign-off says: red while a box is open, unless something more serious holds the release. */
export function withSignOff(
  others: Conclusion,
  { signatures, attributions }: SignOff,
  context: ReconcileContext,
): Conclusion {
  const text = signOffText(context.config.language);
  const open = signatures.filter(({ checked }) => !checked);
  const signed = signatures.filter(({ checked }) => checked);
  const isRed = others.conclusion === "failure";
  const lines = [
    open.length === 0 ? text.all(signatures.length) : text.rule(configUrlOf(context)),
    ...(open.length === 0 ? [] : [text.open(open.length, signatures.length), listOf(open, context)]),
    ...(signed.length === 0 ? [] : [signedList(signed, attributions, context)]),
  ];
  const data = dataOf(others, signatures, attributions);
  const isShort = JSON.stringify(data).length <= LONGEST_DATA;
  const block = managedBlock.wrap(SIGN_OFF, lines.join("\n\n"), isShort ? data : undefined);
  return {
    conclusion: isRed || open.length > 0 ? "failure" : "success",
    title: isRed || open.length === 0 ? others.title : text.title(open.map(titleWords)),
    summary: (isRed ? [others.summary, block] : [block, others.summary]).filter((part) => part !== "").join("\n\n"),
  };
}

/** null: this check says nothing about sign-off, or says it about several releases. */
export function storedIn(summary: string): Stored | null {
  const found = managedBlock.find(summary, SIGN_OFF);
  if (found === null || managedBlock.find(found.after, SIGN_OFF) !== null) return null;
  const { title, red, owed, by } = found.data ?? {};
  if (typeof title !== "string" || typeof red !== "boolean") return null;
  const rest = [found.before, found.after].map((part) => part.trim()).filter((part) => part !== "");
  return {
    others: { conclusion: red ? "failure" : "success", title, summary: rest.join("\n\n") },
    expected: new Map(pairsIn(owed).map(([number, people]) => [Number(number), stringsIn(people)])),
    attributions: new Map(pairsIn(by).map(([key, who]) => [String(key), attributionIn(who)])),
  };
}

function dataOf(others: Conclusion, signatures: readonly Signature[], attributions: Attributions): MarkerData {
  const owed = signatures.flatMap(({ number, people }) => (number === null ? [] : [[number, people]]));
  const by = signatures.flatMap(({ key, checked }) => {
    const who = attributions.get(key);
    return checked && who !== undefined ? [[key, who === null ? null : [who.login, who.at]]] : [];
  });
  return {
    title: others.title,
    red: others.conclusion === "failure",
    owed,
    by,
  };
}

function listOf(open: readonly Signature[], context: ReconcileContext): string {
  const text = signOffText(context.config.language);
  const lines = open.slice(0, MOST_SHOWN).map((one) => {
    const people = one.people.map((login) => `@${login}`).join(" ");
    return `- ${[shownWords(one, context), people, one.hasBox ? "" : text.noBox].filter((part) => part !== "").join(" · ")}`;
  });
  const more = open.length - lines.length;
  return [...lines, ...(more > 0 ? [`- ${text.more(more)}`] : [])].join("\n");
}

function signedList(signed: readonly Signature[], attributions: Attributions, context: ReconcileContext): string {
  const text = signOffText(context.config.language);
  const shown = signed.slice(0, MOST_SHOWN).map((one) => signedWords(one, attributions, context));
  const more = signed.length - shown.length;
  return text.ticked(more > 0 ? [...shown, text.more(more)] : shown);
}

function shownWords({ number, words }: Signature, context: ReconcileContext): string {
  if (number !== null && words === "") return `#${number}`;
  const quoted = signOffText(context.config.language).quoted(escapeText(cut(plain(words), LONGEST_WORDS)));
  return number === null ? quoted : `#${number} ${quoted}`;
}

/** A title shows no Markdown. */
function titleWords({ number, words }: Signature): { readonly number: number | null; readonly words: string } {
  return { number, words: cut(plain(words), LONGEST_WORDS / 2) };
}

function signedWords(one: Signature, attributions: Attributions, context: ReconcileContext): string {
  const { language, timezone } = context.config;
  const who = attributions.get(one.key) ?? null;
  const shown = shownWords(one, context);
  if (who === null) return shown;
  return signOffText(language).by(shown, who.login, formatMoment(new Date(who.at), timezone, language, context.now));
}

function pairsIn(value: unknown): (readonly [unknown, unknown])[] {
  return Array.isArray(value) ? value.filter(Array.isArray).map(([first, second]) => [first, second] as const) : [];
}

function stringsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}

function attributionIn(value: unknown): Attribution {
  const [login, at] = stringsIn(value);
  return login === undefined || at === undefined || Number.isNaN(Date.parse(at)) ? null : { login, at };
}

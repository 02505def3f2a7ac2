import { adviceFor } from "../../src/config/advice.ts";
import { misleadingIn, plainCharacters } from "../../src/config/characters.ts";
import type { Diagnostic } from "../../src/config/diagnostic.ts";
import { signsOfWrongEncoding, wrongEncoding } from "../../src/config/encoding.ts";
import { branch } from "../../src/config/kinds/branch.ts";
import { country, extendsTarget } from "../../src/config/kinds/place.ts";
import { channel, fileName, link, login, person } from "../../src/config/kinds/text.ts";
import { day, dayOrRange, daysMeantBy, hours, zone } from "../../src/config/kinds/time.ts";
import { laterFindings } from "../../src/config/later.ts";
import { lookAlikes } from "../../src/config/look-alikes.ts";
import { type Path, pathText } from "../../src/config/path.ts";
import { pitfallIn } from "../../src/config/pitfalls.ts";
import { bareList, inQuotes, listAround, openBefore, plainValueAt, quotedList } from "../../src/config/plain-value.ts";
import { withSoundRemedies } from "../../src/config/remedies.ts";
import { sreSchema } from "../../src/config/schema.ts";
import { hideSecrets, secretsIn } from "../../src/config/secrets.ts";
import { shapeFindings } from "../../src/config/shape.ts";
import { problemOf } from "../../src/config/text/index.ts";
import type { Reader } from "./readers.ts";

const KINDS = { branch, login, person, link, channel, fileName, zone, country, extendsTarget, day, dayOrRange, hours };

const LISTS: readonly Path[] = [
  ["release", "lanes", 0, "freeze"],
  ["calendar", "week"],
  ["milestones", "tasks", 0, "due"],
];

/** sre.yml with this text in one place. */
function withText(text: unknown, [section, list, index, key]: Path): object {
  const item = key === undefined ? text : { from: "a", to: "b", key: "a", title: "A", [key]: text };
  return { version: 1, [section ?? ""]: { [list ?? ""]: index === undefined ? text : [item] } };
}

function shapeOf(text: string, path: Path): unknown {
  const file = withText(text, path);
  const read = { sourceAt: () => text, commentFor: () => text };
  return shapeFindings(sreSchema.safeParse(file).error?.issues ?? [], file, read);
}

function sentence(diagnostic: Diagnostic): string {
  const location = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return problemOf({ file: "sre.yml", location, path: ["a", 0], severity: "error", diagnostic }).message.ja;
}

/** Every reader of a sre.yml's text besides YAML's own, which gets 2 seconds in a thread. */
export const configReaders: readonly Reader[] = [
  { name: "lookAlikes", openings: ["\u3000", "- ", "－", "a：", "a: |\n"], read: lookAlikes },
  { name: "pitfallIn", openings: ["-a", "[", "a: [", "a: {{"], read: pitfallIn },
  { name: "plainValueAt", openings: ["[", "[{"], read: (text) => plainValueAt(text, 0) },
  { name: "plainValueAt, within a list", openings: ["'", '"'], read: (text) => plainValueAt(`[${text}`, 1) },
  { name: "openBefore", openings: ["'", "["], read: (text) => openBefore(text, text.length) },
  { name: "listAround", read: (text) => listAround(`[${text}`, 1) },
  {
    name: "quotedList",
    openings: ["#"],
    read: (text) => quotedList({ range: [0, 1], items: [text, ...text.split(",")] }),
  },
  { name: "bareList", openings: ["#"], read: (text) => bareList({ range: [0, 1], items: [text] }, "#") },
  {
    name: "withSoundRemedies",
    read: (text) => {
      const remedies = [{ field: "quoted" as const, range: [0, text.length] as const, text }];
      const location = { line: 1, column: 1, endLine: 1, endColumn: 1 };
      const diagnostic = { kind: "dash-space" as const, quoted: text };
      return withSoundRemedies(text, [{ diagnostic, location, remedies }], () => new Map());
    },
  },
  { name: "inQuotes", openings: ['"'], read: inQuotes },
  { name: "secretsIn", openings: ["-----BEGIN ", "xoxb-", "ghs_", "eyJ", "://"], read: secretsIn },
  { name: "hideSecrets", openings: ["-----BEGIN ", "xoxb-", "ghs_", "eyJ", "://"], read: hideSecrets },
  { name: "wrongEncoding", openings: ["\0", "\uFFFD"], read: (text) => wrongEncoding(Buffer.from(text)) },
  { name: "wrongEncoding, other bytes", read: (text) => wrongEncoding(Buffer.from(text, "latin1")) },
  { name: "signsOfWrongEncoding", openings: ["\0", "\uFFFD"], read: signsOfWrongEncoding },
  { name: "misleadingIn", read: misleadingIn },
  { name: "plainCharacters", read: plainCharacters },
  { name: "daysMeantBy", openings: ["2026-01-01 - "], read: daysMeantBy },
  { name: "pathText", read: (text) => pathText(["a", text]) },
  ...Object.entries(KINDS).map(([name, kind]): Reader => {
    const schema = kind();
    return { name: `${name} in sre.yml`, read: (text) => schema.safeParse(text) };
  }),
  ...LISTS.flatMap((path): Reader[] => [
    { name: `advice for ${pathText(path)}`, openings: ["[", "-"], read: (text) => adviceFor(text, text, path, {}) },
    { name: `what is wrong at ${pathText(path)}`, read: (text) => shapeOf(text, path) },
  ]),
  {
    name: "laterFindings",
    openings: ["$", "${{", "“"],
    read: (title) => [
      ...laterFindings({
        value: { release: { lanes: [{ title }] } },
        isBlank: () => false,
        isPlain: () => true,
      } as never),
    ],
  },
  {
    name: "the sentence about a schedule",
    read: (text) => sentence({ kind: "not-a-cron", value: text, reason: text }),
  },
  {
    name: "the sentence about quotes",
    read: (text) => sentence({ kind: "needs-quotes", value: text, quoted: text, bare: text }),
  },
];

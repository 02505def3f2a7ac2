import type { Instant } from "../../records/record.ts";
import { usage } from "../help.ts";
import { timeGiven } from "../time-given.ts";
import { parseCommand, UsageError } from "../usage.ts";
import { type FourKeysSource, readSource } from "./source.ts";
import { wrongText } from "./wrong-text.ts";

const FORMATS = ["text", "json", "csv", "markdown", "ndjson", "html"] as const;
export type Format = (typeof FORMATS)[number];

/** What `detoil four-keys` was asked for. */
export interface FourKeysOptions {
  readonly source: FourKeysSource;
  /** A sre.yml; null: the repository's own, or the defaults. */
  readonly config: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly at: Instant | null;
  readonly format: Format;
  readonly detail: boolean;
  readonly lenient: boolean;
}

/** The formats that list changes of several repositories below each other. */
const WITH_DETAIL_OF_ORG: readonly Format[] = ["json", "csv"];

/** Throws `UsageError`. */
export function readOptions(argv: string[]): FourKeysOptions {
  const text = { type: "string" } as const;
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseCommand(
    {
      args: argv,
      // `--events a b c`: the shell has made a list out of a pattern.
      allowPositionals: true,
      options: {
        events: { type: "string", multiple: true },
        ...{ world: text, repo: text, org: text, config: text, from: text, to: text, at: text },
        format: { type: "string", default: "text" },
        ...{ detail: flag, lenient: flag },
      },
    },
    usage["four-keys"],
  );
  const source = readSource(values, positionals);
  const format = readFormat(values.format);
  if (format === "ndjson" && values.detail) throw new UsageError(wrongText.detailOfRecords);
  if (source.of === "org" && values.detail && !WITH_DETAIL_OF_ORG.includes(format))
    throw new UsageError(wrongText.detailOfOrg);
  const time = (option: "from" | "to" | "at") => {
    const given = values[option];
    return given === undefined ? null : timeGiven(`--${option}`, given);
  };
  return {
    source,
    config: values.config ?? null,
    from: time("from"),
    to: time("to"),
    at: time("at"),
    format,
    detail: values.detail,
    lenient: values.lenient,
  };
}

function readFormat(text: string): Format {
  const found = FORMATS.find((format) => format === text);
  if (found !== undefined) return found;
  throw new UsageError(wrongText.noFormat(text, FORMATS.join(", ")));
}

import { type ParseArgsConfig, parseArgs } from "node:util";
import { orNearest } from "./did-you-mean.ts";
import { commandText } from "./text.ts";

/** The command was called wrongly: one sentence, and the usage where that helps. Exit code 2. */
export class UsageError extends Error {
  constructor(sentence: string, usage: string | null = null) {
    super(usage === null ? sentence : `${sentence}\n${commandText.usage(usage)}`);
  }
}

/** `node:util`'s parseArgs, with its error as a `UsageError` that shows the usage. */
export function parseCommand<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const unknown = unknownOption(error);
    if (unknown !== null) {
      const known = Object.keys(config.options ?? {}).map((name) => `--${name}`);
      throw new UsageError(orNearest(commandText.noOption(unknown), unknown, known, "").trimEnd(), usage);
    }
    const reason = error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error);
    throw new UsageError(`${reason}.`, usage);
  }
}

/** The option that parseArgs does not know; its code is the only sign of it. */
function unknownOption(error: unknown): string | null {
  const isUnknown = error instanceof Error && "code" in error && error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
  return isUnknown ? (/'(--?[^' ]{1,100})/.exec(error.message)?.[1] ?? null) : null;
}

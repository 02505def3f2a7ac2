import { type ParseArgsConfig, parseArgs } from "node:util";
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
    const reason = error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error);
    throw new UsageError(`${reason}.`, usage);
  }
}

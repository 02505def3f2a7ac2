import { CONFIG_PATH } from "../config/files.ts";
import { errorsAmong, problemsOf, tell } from "./check/problems.ts";
import { CommandError } from "./command-error.ts";
import { readGiven } from "./given-file.ts";
import { usage } from "./help.ts";
import { openedText } from "./opened/text.ts";
import { checkText, commandText } from "./text.ts";
import { parseCommand, UsageError } from "./usage.ts";

/** More lines of what is no YAML say nothing new: each follows from one above. */
const MOST_OF_UNREAD = 20;

/** `detoil check`: validates one sre.yml on its own, without a network. Exit codes: 0 valid (also with warnings), 1 not. */
export async function check(argv: string[]): Promise<number> {
  const { values, positionals } = parseCommand(
    {
      args: argv,
      options: {
        json: { type: "boolean", default: false },
        effective: { type: "boolean", default: false },
        repo: { type: "string" },
      },
      allowPositionals: true,
    },
    usage.check,
  );
  if (positionals.length > 1) throw new UsageError(checkText.oneFile, usage.check);
  if (values.repo !== undefined && !values.effective) throw new UsageError(checkText.repoAlone, usage.check);
  if (values.repo !== undefined && !/^[^/\s]+\/[^/\s]+$/.test(values.repo)) {
    throw new UsageError(openedText.noRepo, usage.check);
  }
  const file = positionals[0] ?? CONFIG_PATH;
  const bytes = await bytesOf(file);
  const { problems, isUnread } = await problemsOf(bytes, file);
  const errors = errorsAmong(problems);
  if (values.effective && errors === 0) {
    // only this reads GitHub
    const { effective } = await import("./check/effective.ts");
    return effective(file, bytes, { repo: values.repo ?? null, json: values.json });
  }
  if (values.json && !values.effective) {
    const shown = problems.map(({ line, column, path, message, severity }) => ({
      line,
      column,
      path,
      message: message.en,
      severity,
    }));
    console.log(JSON.stringify(shown, null, 2));
  } else {
    tell(isUnread ? problems.slice(0, MOST_OF_UNREAD) : problems);
    if (isUnread && problems.length > MOST_OF_UNREAD) console.error(checkText.more(problems.length - MOST_OF_UNREAD));
    if (isUnread) console.error(checkText.unread(file));
    if (errors === 0) console.log(checkText.valid(file, problems.length));
  }
  return errors > 0 ? 1 : 0;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readGiven(file);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    throw new CommandError(`${error.message}\n${commandText.usage(usage.check)}`);
  }
}

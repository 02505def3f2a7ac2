import { readFile } from "node:fs/promises";
import { CommandError } from "./command-error.ts";
import { pathGiven } from "./path-given.ts";
import { fileText } from "./text.ts";

/** The content of a file that the person named. Throws `CommandError`. */
export async function readGiven(file: string): Promise<Uint8Array> {
  try {
    return await readFile(pathGiven(file));
  } catch (error) {
    throw fileProblem(error, file);
  }
}

/** What is wrong with a file, by what reading it threw; what is not the file's fault stays as it is. */
export function fileProblem(error: unknown, file: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : null;
  switch (code) {
    case null:
      return error;
    case "ENOENT":
      return new CommandError(fileText.missing(file));
    case "EISDIR":
      return new CommandError(fileText.folder(file));
    case "EACCES":
      return new CommandError(fileText.forbidden(file));
    default:
      return code.startsWith("E") && !code.startsWith("ERR_")
        ? new CommandError(fileText.unreadable(file, code))
        : error;
  }
}

import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const IMPORT = /^#import "([^"]+)"[ \t]*$/gm;

/** Every file with an operation in it; those with a fragment alone (`*.fragment.graphql`) are imported by others. */
export function documentFiles(): string[] {
  return globSync("src/**/*.graphql")
    .filter((file) => !file.endsWith(".fragment.graphql"))
    .sort();
}

/** A document followed by the fragments that its `#import "./x.fragment.graphql"` lines name, without comments. */
export function readDocument(file: string): string {
  const text = readFileSync(file, "utf8");
  const imported = [...text.matchAll(IMPORT)].map(([, path = ""]) => readDocument(join(dirname(file), path)));
  return [withoutComments(text).trim(), ...imported].join("\n\n");
}

/** Comments are for readers of the file and are not sent to GitHub. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*#.*\n/gm, "");
}

/**
 * Generates config-schema/sre.schema.json (for editors) and docs/configuration.md (for people) from the schema in src/config.
 * `--check` writes nothing and fails where one has drifted.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { configurationPage } from "./config-reference/page.ts";
import { editorSchema } from "./config-reference/schema.ts";

const root = join(import.meta.dirname, "..");
const made: Readonly<Record<string, string>> = {
  "config-schema/sre.schema.json": `${JSON.stringify(editorSchema(), null, 2)}\n`,
  "docs/configuration.md": configurationPage(),
};

const drifted = Object.entries(made).filter(([path, text]) => {
  const file = join(root, path);
  return !existsSync(file) || readFileSync(file, "utf8") !== text;
});
if (process.argv.includes("--check")) {
  for (const [path] of drifted) console.error(`${path} is not what src/config says. Run: npm run generate`);
  process.exitCode = drifted.length > 0 ? 1 : 0;
} else {
  for (const [path, text] of drifted) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
    console.log(`made ${path}`);
  }
}

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Expression, parseSync, Visitor } from "oxc-parser";
import type { TextRoom } from "./samples.ts";

const SRC = join(import.meta.dirname, "../../src");
const BECAUSE = "because";

/**
 * Why an action is planned. These stand where it is planned, so the page takes them out of the source, with `…` for what is
 * filled in.
 */
export function reasonTexts(): TextRoom {
  const files = globSync("{automations,commands,managed}/**/*.ts", { cwd: SRC }).sort();
  const rows = files.flatMap((file) => {
    const reasons = [...new Set(reasonsIn(join(SRC, file)))];
    const name = file.replace(/\.ts$/, "");
    return reasons.map((en, index) => ({ name: index === 0 ? name : `${name} ${index + 1}`, en, ja: null }));
  });
  return { seen: "Why: in parentheses after each action", file: "automations", texts: null, rows };
}

function reasonsIn(path: string): readonly string[] {
  const found: string[] = [];
  const visitor = new Visitor({
    Property({ key, value }) {
      if (key.type === "Identifier" && key.name === BECAUSE) found.push(...wordsOf(value as Expression));
    },
    VariableDeclarator({ id, init }) {
      if (id.type === "Identifier" && id.name === BECAUSE && init !== null) found.push(...wordsOf(init));
    },
  });
  visitor.visit(parseSync(path, readFileSync(path, "utf8")).program);
  return found;
}

function wordsOf(value: Expression): readonly string[] {
  switch (value.type) {
    case "Literal":
      return typeof value.value === "string" ? [value.value] : [];
    case "TemplateLiteral":
      return [value.quasis.map((part) => part.value.cooked ?? "").join("…")];
    case "ConditionalExpression":
      return [value.consequent, value.alternate].flatMap(wordsOf);
    default:
      return [];
  }
}

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { TextRoom } from "./samples.ts";

const SRC = join(import.meta.dirname, "../../src");

/** Not texts: what sections say of problems (the type of their samples holds those complete), a printer, the demo's story. */
const ELSEWHERE = ["config/**", "cli/four-keys/print/text.ts", "cli/demo/**"];

/** Files of texts, and exports of such that are English only, which no room shows. */
export async function unseenTexts(rooms: readonly TextRoom[]): Promise<readonly string[]> {
  const files = new Set(rooms.map(({ file }) => file));
  const shown = new Set(rooms.map(({ texts }) => texts));
  const ofChanges = globSync("config/sections/*/text.ts", { cwd: SRC }).filter((file) =>
    readFileSync(join(SRC, file), "utf8").includes("changeText"),
  );
  const all = [...globSync("**/*text.ts", { cwd: SRC, exclude: ELSEWHERE }), ...ofChanges].sort();
  const unseen = await Promise.all(
    all.map(async (file) => {
      if (!files.has(file)) return [file];
      const isEnglish = rooms.every((room) => room.file !== file || room.texts !== null);
      const exported: Readonly<Record<string, unknown>> = isEnglish ? await import(join(SRC, file)) : {};
      const missing = Object.entries(exported).filter(([, texts]) => !shown.has(texts as object));
      return missing.map(([name]) => `${file} (${name})`);
    }),
  );
  return unseen.flat();
}

import { createHash } from "node:crypto";
import type { Examined } from "./examine.ts";
import { examineBounded } from "./examine-bounded.ts";

const REMEMBERED = 500;
const remembered = new Map<string, Examined>();

/**
 * `examineBounded`, remembered by text. `scope` names the repository and file the text came from and is part of the key: no
 * repository can learn from timing what another one holds. The least recently used of `REMEMBERED` goes.
 */
export async function examineOnce(scope: string, text: string): Promise<Examined> {
  const key = `${scope}\n${createHash("sha256").update(text).digest("hex")}`;
  const known = remembered.get(key);
  if (known) remembered.delete(key);
  const examined = known ?? (await examineBounded(text));
  remembered.set(key, examined);
  for (const oldest of remembered.keys()) {
    if (remembered.size <= REMEMBERED) break;
    remembered.delete(oldest);
  }
  return examined;
}

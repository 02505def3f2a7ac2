import { createHash } from "node:crypto";
import type { Examined } from "./examine.ts";
import { examineBounded } from "./examine-bounded.ts";

const REMEMBERED = 500;
const remembered = new Map<string, Examined>();

/**
 * `examineBounded`, cached by text. `scope` names the repository and file of the text and is part of the key, so that no
 * repository can learn from timing what another one contains. The least recently used of `REMEMBERED` entries is dropped.
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

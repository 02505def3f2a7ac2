import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { inject } from "vitest";
import { openStore } from "../../src/store/open.ts";
import type { TestDatabase } from "./database.ts";
import { openStores } from "./stores.ts";

/** An empty PGlite folder with its tables. */
export async function embedded(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), "detoil-data-"));
  copy(await emptyFolder(), folder);
  const stores = openStores({ databaseUrl: null, folder });
  const drop = async () => {
    await stores.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { name: "PGlite", environment: { DETOIL_DATA: folder }, open: stores.open, drop, giveBack: drop };
}

/** What only CREATE DATABASE reads: template1 and template0, two thirds of the files, which stay as they are. */
const TEMPLATES = ["pglite/base/1", "pglite/base/4"];

function copy(from: string, to: string): void {
  const templates = TEMPLATES.map((path) => join(from, path));
  cpSync(from, to, { recursive: true, filter: (path) => !templates.includes(path) });
  for (const path of TEMPLATES) {
    mkdirSync(join(to, path));
    for (const name of readdirSync(join(from, path))) linkSync(join(from, path, name), join(to, path, name));
  }
}

/** Making one takes seconds of both cores, copying it next to nothing: one test process makes it, the others wait. */
async function emptyFolder(): Promise<string> {
  const shared = inject("pglite");
  const turn = `${shared}-turn`;
  while (!existsSync(shared)) {
    if (!isMade(turn)) await pause(20);
    else await make(shared).finally(() => rmdirSync(turn));
  }
  return shared;
}

async function make(shared: string): Promise<void> {
  if (existsSync(shared)) return;
  const folder = mkdtempSync(`${shared}-`);
  const store = await openStore({ databaseUrl: null, folder });
  await store.close();
  renameSync(folder, shared);
}

function isMade(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}

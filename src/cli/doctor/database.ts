import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { lockFolder } from "../../store/folder-lock.ts";
import { inspect } from "../../store/inspect.ts";
import { StoreProblem } from "../../store/problem.ts";
import type { Store } from "../../store/store.ts";
import { countWorkItems } from "../../store/work-counts.ts";
import { examineMissed } from "./deliveries.ts";
import { type Finding, fix, ok } from "./finding.ts";
import { examineRefused } from "./refused.ts";
import { examineParked, examineThrottled } from "./work.ts";

/** Older ones get no fixes any more. */
const OLDEST_VERSION = 13;

interface DatabaseLocation {
  readonly databaseUrl: string | null;
  readonly data: string;
}

/** Whether the database is reachable, and the state of the work in it. Changes nothing. */
export async function examineDatabase(place: DatabaseLocation): Promise<readonly Finding[]> {
  const { databaseUrl, data } = place;
  if (databaseUrl === null) {
    const folder = join(resolve(data), "pglite");
    if (!existsSync(folder)) return [ok(`There is no database in ${data} yet: the first start creates it.`)];
    if (await isInUse(folder)) {
      return [ok(`The embedded database in ${data} is in use by a running Detoil, so it was not checked.`)];
    }
  }
  let store: Store;
  try {
    store = await open(place);
  } catch (error) {
    if (error instanceof StoreProblem) return [fix(error.message)];
    throw error;
  }
  try {
    return await inspectStore(store);
  } finally {
    await store.close();
  }
}

/** Without running migrations, as a start would. */
async function open({ databaseUrl, data }: DatabaseLocation): Promise<Store> {
  if (databaseUrl !== null) return (await import("../../store/server.ts")).openServer(databaseUrl);
  return (await import("../../store/embedded.ts")).openEmbedded(data);
}

async function isInUse(folder: string): Promise<boolean> {
  try {
    const unlock = await lockFolder(folder);
    await unlock();
    return false;
  } catch (error) {
    if (error instanceof StoreProblem) return true;
    throw error;
  }
}

async function inspectStore({ db, kind, where }: Store): Promise<readonly Finding[]> {
  const { version, missing, unknown } = await inspect(db);
  const name = `PostgreSQL ${version}${kind === "PGlite" ? `, embedded in ${where}` : ` at ${where}`}`;
  if (Number.parseInt(version, 10) < OLDEST_VERSION) {
    return [fix(`${name} is too old: Detoil needs PostgreSQL ${OLDEST_VERSION} or newer.`)];
  }
  if (unknown.length > 0) {
    return [fix(`${name}: a newer Detoil wrote it (${unknown.join(", ")}). Start that version or a later one.`)];
  }
  if (missing.length > 0) return [ok(`${name}: the next start brings its tables up to date (${missing.join(", ")}).`)];
  const { pending, running } = await countWorkItems(db);
  return [
    ok(`${name}, up to date; work items waiting: ${pending}, running: ${running}.`),
    ...(await examineParked(db)),
    ...(await examineThrottled(db)),
    ...(await examineRefused(db)),
    ...(await examineMissed(db)),
  ];
}

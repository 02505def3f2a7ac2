import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { lockFolder } from "../../store/folder-lock.ts";
import { inspect } from "../../store/inspect.ts";
import { StoreProblem } from "../../store/problem.ts";
import type { Store } from "../../store/store.ts";
import { countWorkItems } from "../../store/work-counts.ts";
import { appText } from "./app-text.ts";
import { databaseText } from "./database-text.ts";
import { examineMissed } from "./deliveries.ts";
import type { Finding } from "./finding.ts";
import { examineRefused } from "./refused.ts";
import { examineParked, examineThrottled } from "./work.ts";

/** Older ones get no fixes any more. */
const OLDEST_VERSION = 13;

interface DatabaseLocation {
  readonly databaseUrl: string | null;
  readonly data: string;
}

/** Whether the database is reachable, and the state of the work in it. Changes nothing. */
export async function examineDatabase(place: DatabaseLocation, now: Date): Promise<readonly Finding[]> {
  const { databaseUrl, data } = place;
  if (databaseUrl === null) {
    const folder = join(resolve(data), "pglite");
    if (!existsSync(folder)) return [databaseText.none(data)];
    if (await isInUse(folder)) return [databaseText.inUse(data)];
  }
  let store: Store;
  try {
    store = await open(place);
  } catch (error) {
    if (error instanceof StoreProblem) return [appText.problem(error.message)];
    throw error;
  }
  try {
    return await inspectStore(store, now);
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

async function inspectStore({ db, kind, where }: Store, now: Date): Promise<readonly Finding[]> {
  const { version, missing, unknown } = await inspect(db);
  const name = databaseText.name[kind === "PGlite" ? "embedded" : "server"](version, where);
  if (Number.parseInt(version, 10) < OLDEST_VERSION) return [databaseText.tooOld(name, OLDEST_VERSION)];
  if (unknown.length > 0) return [databaseText.newer(name, unknown)];
  if (missing.length > 0) return [databaseText.older(name, missing)];
  return [
    databaseText.upToDate(name, await countWorkItems(db)),
    ...(await examineParked(db, now)),
    ...(await examineThrottled(db, now)),
    ...(await examineRefused(db)),
    ...(await examineMissed(db, now)),
  ];
}

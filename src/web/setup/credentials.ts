import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import type { MadeApp } from "../../github/convert-manifest.ts";
import { storeText } from "../../store/text.ts";
import { SetupProblem } from "./problem.ts";
import { setupText } from "./text.ts";

/** The App as the setup page registered it; the server's settings have the names of the environment variables. */
export interface KeptCredentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecrets: readonly string[];
  readonly slug: string;
  readonly htmlUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** The file, in GitHub's own names. */
const shape = z.object({
  id: z.int().positive(),
  slug: z.string().min(1),
  html_url: z.string(),
  client_id: z.string(),
  client_secret: z.string(),
  webhook_secret: z.string().min(1),
  pem: z.string().includes("PRIVATE KEY"),
});

/** The file with the App's credentials from an earlier setup. */
export function credentialsFile(folder: string): string {
  return join(folder, "github-app.json");
}

/** The credentials that an earlier setup stored in `folder`; null if there was none. Throws SetupProblem for a broken file. */
export async function readCredentials(folder: string): Promise<KeptCredentials | null> {
  const file = credentialsFile(folder);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return null;
    throw new SetupProblem(setupText.credentials.unreadable(file, String(code)));
  }
  const read = shape.safeParse(parsed(text));
  if (!read.success) {
    throw new SetupProblem(setupText.credentials.damaged(file));
  }
  const { data } = read;
  return {
    appId: data.id,
    privateKey: data.pem,
    webhookSecrets: [data.webhook_secret],
    slug: data.slug,
    htmlUrl: data.html_url,
    clientId: data.client_id,
    clientSecret: data.client_secret,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // damaged, like any other file that does not fit the schema
  }
}

/** Stores them atomically, readable only by this user. Throws SetupProblem if that fails. */
export async function writeCredentials(folder: string, app: MadeApp): Promise<void> {
  const kept = shape.safeParse(app);
  if (!kept.success) throw new SetupProblem(setupText.credentials.incomplete);
  await prepareFolder(folder);
  await writePrivately(credentialsFile(folder), `${JSON.stringify(kept.data, null, 2)}\n`);
}

/** Makes sure that `folder` exists and is writable before GitHub returns the credentials, which it does only once. */
export async function prepareFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const probe = join(folder, `.${randomUUID()}`);
    await (await open(probe, "wx", 0o600)).close();
    await rm(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SetupProblem(storeText.unwritable(folder, String(code)));
  }
}

async function writePrivately(file: string, text: string): Promise<void> {
  const fresh = `${file}.${randomUUID()}`;
  try {
    const handle = await open(fresh, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw new SetupProblem(setupText.credentials.unwritable(file, String((error as NodeJS.ErrnoException).code)));
  }
}

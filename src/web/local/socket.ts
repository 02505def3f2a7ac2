import { rm } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";

/** Where a server with the embedded database takes work from commands on the same machine. */
export function socketPath(folder: string): string {
  return join(folder, "detoil.sock");
}

/**
 * Listens at the path, for this user alone. Whoever calls it has the folder's database, so a socket that is there was left
 * by a process that was killed.
 */
export async function listenAt(server: Server, path: string): Promise<void> {
  await rm(path, { force: true });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    // The file is made within the call, and its permissions are what the mask leaves.
    const before = process.umask(0o177);
    try {
      server.listen(path, () => {
        server.off("error", fail);
        done();
      });
    } finally {
      process.umask(before);
    }
  });
}

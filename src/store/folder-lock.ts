import { createHash } from "node:crypto";
import { realpath, rm } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FolderInUse } from "./problem.ts";
import { storeText } from "./text.ts";

/**
 * Keeps a second process off the folder, until the returned function is called or this process ends in whatever way.
 * It is a listening socket and no file with a process id: after SIGKILL the system itself lets go, and a container's
 * process id, the same on every start, cannot be mistaken for a living owner.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const name = `detoil-${createHash("sha256")
    .update(await realpath(folder))
    .digest("hex")
    .slice(0, 32)}`;
  // Linux has names that are no files and vanish with the process; elsewhere a socket file, replaced when nobody answers.
  const address = process.platform === "linux" ? `\0${name}` : join(tmpdir(), `${name}.sock`);
  let server = await listen(address);
  if (server === null && process.platform !== "linux" && !(await answers(address))) {
    await rm(address, { force: true });
    server = await listen(address);
  }
  if (server === null) {
    throw new FolderInUse(storeText.inUse(folder));
  }
  const held = server;
  held.unref();
  return () => new Promise((done) => held.close(() => done()));
}

function listen(address: string): Promise<Server | null> {
  return new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.once("error", (error: NodeJS.ErrnoException) => (error.code === "EADDRINUSE" ? done(null) : fail(error)));
    server.listen(address, () => done(server));
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.once("connect", () => {
      socket.destroy();
      done(true);
    });
    socket.once("error", () => done(false));
  });
}

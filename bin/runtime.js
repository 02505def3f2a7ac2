// Plain JavaScript: see detoil.js. On Linux the runtime comes with the lockfile; elsewhere Node 24 must be there.
import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

export const NODE_MAJOR = 24;

/** Set for a process that was started by `withRuntime`. */
const STARTED_HERE = "DETOIL_STARTED_BY_OLDER_NODE";

const isNewEnough = () => Number(process.versions.node.split(".")[0]) >= NODE_MAJOR;

/** Ends the process with one line on a Node that cannot run the sources. */
export function requireNode() {
  if (isNewEnough()) return;
  console.error(
    `Detoil needs Node.js ${NODE_MAJOR} or newer and this is ${process.versions.node}. On Linux \`npm ci\` brings it along; elsewhere install it, then try again.`,
  );
  process.exit(1);
}

/** On an older Node: runs the same command with the runtime that came with the packages, and ends as that does. */
export async function withRuntime() {
  if (isNewEnough()) return endWithParent();
  const runtime = bundledRuntime();
  if (runtime === null) requireNode();
  const child = spawn(runtime, process.argv.slice(1), {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, [STARTED_HERE]: "1" },
  });
  // A terminal's Ctrl+C reaches both; what is sent to this process alone is passed on.
  process.on("SIGINT", () => {});
  for (const name of ["SIGTERM", "SIGHUP"]) process.on(name, () => child.kill(name));
  child.on("error", () => requireNode());
  child.on("exit", (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  await new Promise(() => {});
}

/** Who kills the process that they started must not leave a server behind: the channel to it closes with it. */
function endWithParent() {
  if (process.env[STARTED_HERE] !== "1") return;
  delete process.env[STARTED_HERE];
  process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.channel?.unref();
}

/** Of an optional package for this platform; null: there is none. */
function bundledRuntime() {
  try {
    const found = createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/package.json`);
    return join(found, "../bin/node");
  } catch {
    return null;
  }
}

if (import.meta.url === new URL(process.argv[1] ?? "", "file://").href) requireNode();

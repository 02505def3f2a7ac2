// Plain JavaScript: see detoil.js. On Linux the runtime comes with the lockfile; elsewhere Node 24 must be there.
export const NODE_MAJOR = 24;

/** Ends the process with one line on a Node that cannot run the sources. */
export function requireNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major >= NODE_MAJOR) return;
  console.error(
    `Detoil needs Node.js ${NODE_MAJOR} or newer and this is ${process.versions.node}. On Linux \`npm ci\` brings it along; elsewhere install it, then try again.`,
  );
  process.exit(1);
}

if (import.meta.url === new URL(process.argv[1] ?? "", "file://").href) requireNode();

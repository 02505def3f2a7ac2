import { spawnSync } from "node:child_process";
import { cpSync, globSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

// Node.js strips no types below node_modules (nodejs.org/api/typescript.html), so the package has JavaScript. `dist` has the
// checkout's layout, because the sources find app.yml and package.json by their place.
const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");

rmSync(dist, { recursive: true, force: true });
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.package.json"],
  {
    cwd: root,
    stdio: "inherit",
  },
);
if (status !== 0) process.exit(1);

const beside = globSync("{src,simulator}/**/*.*", { cwd: root }).filter((file) => !file.endsWith(".ts"));
for (const file of [...beside, "app.yml", "package.json", "config-schema/sre.schema.json"]) {
  mkdirSync(dirname(join(dist, file)), { recursive: true });
  cpSync(join(root, file), join(dist, file));
}

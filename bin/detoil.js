#!/usr/bin/env node
// Plain JavaScript, so that an older Node can read it: it goes on with the runtime that came along, or says what is missing.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { withRuntime } from "./runtime.js";

await withRuntime();
// Half of a start is compiling what was compiled before: 0.3 s and 20 MB. Beside the packages it belongs to, because a
// folder that others can write to would let them choose our code; where it cannot be written, nothing is kept.
const { enableCompileCache } = await import("node:module");
enableCompileCache?.(fileURLToPath(new URL("../node_modules/.cache/detoil", import.meta.url)));
await import("./unloaded.js");
// A checkout has the sources, a package what was made of them (scripts/package.ts).
const sources = new URL("../src/cli/index.ts", import.meta.url);
await import(existsSync(sources) ? sources.href : "../dist/src/cli/index.js");

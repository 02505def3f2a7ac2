#!/usr/bin/env node
// Plain JavaScript, so that an older Node can read it and be told in one line what is missing.
import { fileURLToPath } from "node:url";
import { requireNode } from "./runtime.js";

requireNode();
// Half of a start is compiling what was compiled before: 0.3 s and 20 MB. Beside the packages it belongs to, because a
// folder that others can write to would let them choose our code; where it cannot be written, nothing is kept.
const { enableCompileCache } = await import("node:module");
enableCompileCache?.(fileURLToPath(new URL("../node_modules/.cache/detoil", import.meta.url)));
await import("./unloaded.js");
await import("../src/cli/index.ts");

#!/usr/bin/env node
// Plain JavaScript, so that an older Node can read it and be told in one line what is missing.
import { existsSync } from "node:fs";
import { requireNode } from "./runtime.js";

requireNode();
const built = new URL("../dist/cli/index.js", import.meta.url);
const sources = new URL("../src/cli/index.ts", import.meta.url);
await import((existsSync(sources) ? sources : built).href);

#!/usr/bin/env node
// Plain JavaScript, so that an older Node can read it and be told in one line what is missing.
import { requireNode } from "./runtime.js";

requireNode();
await import("../src/cli/index.ts");

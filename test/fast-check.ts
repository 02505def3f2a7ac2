import fc from "fast-check";
import { LONG, runs } from "./harness/long.ts";

// For every file. Where nothing else is drawn a run ends as the one before it; fast-check names the seed when one fails.
fc.configureGlobal({ ...runs(100), ...(LONG ? {} : { seed: 20_261_120 }) });

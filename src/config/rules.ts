import { MAX_REPORTED } from "./limits.ts";
import type { Path } from "./path.ts";
import type { RawConfig } from "./raw.ts";
import { everySection, type RuleDiagnostic } from "./sections/every.ts";

interface RuleFinding {
  readonly diagnostic: RuleDiagnostic;
  readonly path: Path;
}

/** What breaks a rule between values. */
export function ruleFindings(file: RawConfig): RuleFinding[] {
  return everySection
    .flatMap(([key, { rules }]) =>
      [...(rules?.find(file[key]) ?? [])].map(({ diagnostic, path }) => ({
        // each section finds only what its own sentences are for
        diagnostic: diagnostic as RuleDiagnostic,
        path: [key, ...path],
      })),
    )
    .slice(0, MAX_REPORTED);
}

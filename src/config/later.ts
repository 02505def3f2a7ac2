import { differsFromDefault, LATER_LANE_KEYS, LATER_SECTIONS } from "./available.ts";
import type { LaterDiagnostic } from "./diagnostic.ts";
import type { ReadDocument } from "./document.ts";
import type { Path } from "./finding.ts";
import { inQuotes } from "./plain-value.ts";
import { isShownWhole } from "./text/quote.ts";

export interface LaterFinding {
  readonly diagnostic: LaterDiagnostic;
  readonly path: Path;
}

/** Warnings about settings that have no effect. */
export function* laterFindings(document: ReadDocument, sections: Iterable<string>): Generator<LaterFinding> {
  const root = document.value;
  if (typeof root !== "object" || root === null || Array.isArray(root)) return;
  const file = root as Record<string, unknown>;
  for (const section of sections) {
    if (!Object.hasOwn(file, section)) continue;
    if (file[section] === null) {
      // `release: null` is intentional, `release:` with nothing after it is probably a mistake
      if (document.isBlank([section])) yield { diagnostic: { kind: "section-empty", section }, path: [section] };
    } else if (LATER_SECTIONS.includes(section)) {
      yield { diagnostic: { kind: "section-later", section }, path: [section] };
    }
  }
  yield* laterLaneKeys(file.release);
  yield* dollarsIn(file, ["release", "lanes"], ["title", "intro", "tag"]);
  yield* dollarsIn(file, ["milestones", "tasks"], ["title", "body"]);
}

/** `${{ name }}`, as GitHub Actions has it. */
const DOLLAR = /\$(\{\{[^{}]{0,100}\}\})/;

function* dollarsIn(
  file: Readonly<Record<string, unknown>>,
  [section, list]: readonly [string, string],
  keys: readonly string[],
): Generator<LaterFinding> {
  const items = (file[section] as Readonly<Record<string, unknown>> | null | undefined)?.[list];
  for (const [index, item] of Array.isArray(items) ? items.entries() : []) {
    for (const key of keys) {
      const text: unknown = item?.[key];
      const [value, meant] = (typeof text === "string" && DOLLAR.exec(text)) || [];
      if (typeof text !== "string" || value === undefined || meant === undefined) continue;
      // without its dollar sign YAML would take the value for a mapping
      const advised = text.startsWith(value) ? inQuotes(text.slice(1)) : meant;
      const meantThere = isShownWhole(advised) ? advised : null;
      const diagnostic: LaterDiagnostic = { kind: "dollar-braces", value, meant: meantThere };
      yield { diagnostic, path: [section, list, index, key] };
    }
  }
}

function* laterLaneKeys(release: unknown): Generator<LaterFinding> {
  const lanes: unknown = (release as { lanes?: unknown } | null | undefined)?.lanes;
  if (!Array.isArray(lanes)) return;
  for (const [index, lane] of lanes.entries()) {
    if (typeof lane !== "object" || lane === null) continue;
    for (const key of LATER_LANE_KEYS) {
      if (!Object.hasOwn(lane, key) || !differsFromDefault(key, lane[key])) continue;
      const path: Path = ["release", "lanes", index, key];
      yield { diagnostic: key === "sign-off" ? { kind: "sign-off-later" } : { kind: "key-later", key }, path };
    }
  }
}

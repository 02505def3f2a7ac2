import type { ReadDocument } from "./document.ts";
import type { LaterDiagnostic } from "./later-diagnostic.ts";
import type { Path } from "./path.ts";
import { inQuotes } from "./plain-value.ts";
import { isMapping, itemsIn, mappingIn, type RawConfig, valueAt } from "./raw.ts";
import { schemaAt } from "./schema-at.ts";
import { everySection } from "./sections/every.ts";
import type { AnySection } from "./sections/section.ts";
import { same } from "./text/change.ts";
import { isShownWhole } from "./text/quote.ts";

export interface LaterFinding {
  readonly diagnostic: LaterDiagnostic;
  readonly path: Path;
}

/** Warnings about settings that have no effect. */
export function* laterFindings(document: ReadDocument): Generator<LaterFinding> {
  const file = document.value;
  if (!isMapping(file)) return;
  yield* typographicQuotes(file, [], document);
  for (const [key, section] of everySection) {
    if (!Object.hasOwn(file, key) || section.kind === "setting") continue;
    if (file[key] === null) {
      // `release: null` is intentional, `release:` with nothing after it is probably a mistake
      if (document.isBlank([key])) yield { diagnostic: { kind: "section-empty", section: key }, path: [key] };
    } else if (!section.available) {
      yield { diagnostic: { kind: "section-later", section: key }, path: [key] };
    }
    yield* laterSettings(file, key, section);
    yield* laterKeys(file, key, section);
    yield* dollarsIn(file, key, section);
    for (const { diagnostic, path } of section.idle?.(file[key]) ?? []) yield { diagnostic, path: [key, ...path] };
  }
}

/** A value that begins with a quote of prose and has no other but the one at its end, which a comment or a comma may have cut off. */
const TYPOGRAPHIC = /^[\u2018-\u201F]([^\u2018-\u201F]{1,200})([\u2018-\u201F]?)$/;

function* typographicQuotes(value: unknown, path: Path, document: ReadDocument): Generator<LaterFinding> {
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) {
      yield* typographicQuotes(part, [...path, Array.isArray(value) ? Number(key) : key], document);
    }
  }
  const [whole, inside, closing] = (typeof value === "string" && TYPOGRAPHIC.exec(value)) || [];
  if (whole === undefined || inside === undefined || !document.isPlain(path)) return;
  const meant = closing === "" || !isShownWhole(inQuotes(inside)) ? null : inQuotes(inside);
  yield { diagnostic: { kind: "typographic-quotes", value: whole, meant }, path };
}

/** `${{ name }}`, as GitHub Actions has it. */
const DOLLAR = /\$(\{\{[^{}]{0,100}\}\})/;

function* dollarsIn(file: RawConfig, section: string, { templates }: AnySection): Generator<LaterFinding> {
  for (const [list, keys] of Object.entries(templates)) {
    for (const [index, item] of itemsIn(mappingIn(file[section])[list]).entries()) {
      for (const key of keys) {
        const text = item[key];
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
}

function* laterSettings(file: RawConfig, section: string, { laterSettings = [] }: AnySection): Generator<LaterFinding> {
  for (const setting of laterSettings) {
    const path: Path = [section, ...setting.split(".")];
    const value = valueAt(file, path);
    if (value === undefined || same(schemaAt(path)?.default, value)) continue;
    yield { diagnostic: { kind: "key-later", key: setting }, path };
  }
}

function* laterKeys(file: RawConfig, section: string, { laterKeys }: AnySection): Generator<LaterFinding> {
  for (const [list, keys] of Object.entries(laterKeys)) {
    for (const [index, item] of itemsIn(mappingIn(file[section])[list]).entries()) {
      for (const key of keys) {
        const path: Path = [section, list, index, key];
        if (!Object.hasOwn(item, key) || same(schemaAt(path)?.default, item[key])) continue;
        yield { diagnostic: { kind: "key-later", key }, path };
      }
    }
  }
}

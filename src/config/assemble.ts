import { locationOfKey, withoutNulls } from "./examine.ts";
import { ORG_REPOSITORY } from "./files.ts";
import type { Finding } from "./finding.ts";
import type { Path } from "./path.ts";
import { isMapping, type RawConfig } from "./raw.ts";
import { type SreConfig, sreSchema } from "./schema.ts";
import { everySection } from "./sections/every.ts";
import { shapeFindings } from "./shape.ts";
import type { Chain, Source } from "./sources.ts";

export interface Assembled {
  /** null where an error is among the findings. */
  readonly config: SreConfig | null;
  readonly findings: readonly Finding[];
  /** The keys that come from another repository's file: `release.lanes`, `timezone`. */
  readonly inherited: readonly string[];
  /** Whose file each of those keys comes from: `owner/name`. */
  readonly suppliers: Suppliers;
}

type Suppliers = ReadonlyMap<string, string>;

/** Keys about their own file, which are not inherited. */
const OF_THE_FILE: ReadonlySet<string> = new Set(
  everySection.flatMap(([key, { scope }]) => (scope === "inherited" ? [] : [key])),
);

const OF_AN_ORG: readonly string[] = everySection.flatMap(([key, { scope }]) => (scope === "org" ? [key] : []));

/**
 * Merges the files of a chain, the top one last: a section overrides the extended section key by key, a list replaces the
 * extended list, `SECTION: null` switches an inherited one off. Required keys are checked after that.
 */
export function assemble(chain: Chain, repository: { readonly name: string }): Assembled {
  const [top] = chain.sources;
  if (top === undefined) throw new Error("a chain has its top file");
  const findings: Finding[] = [...chain.findings.map((finding) => surfaced(finding, chain, top)), ...inFile(top)];
  if (top.examined.value === null) return { config: null, findings, inherited: [], suppliers: new Map() };
  findings.push(...outOfPlace(top, repository));

  const { value: raw, origin, suppliers: all } = merged(chain.sources);
  const unread = isOfOrg(top, repository) ? [] : OF_AN_ORG;
  const value = withoutNulls(Object.fromEntries(Object.entries(raw).filter(([key]) => !unread.includes(key))));
  const suppliers = new Map([...all].filter(([path]) => !unread.includes(path.split(".")[0] ?? "")));
  const parsed = sreSchema.safeParse(value);
  for (const { diagnostic, path } of shapeFindings(parsed.error?.issues ?? [], value)) {
    // each file has reported its other problems; a key that an unread file may have is not missing
    if (chain.brokenChain || diagnostic.kind !== "missing-key" || path.length !== 2) continue;
    const source = origin([path[0] ?? ""]) ?? top;
    const location = locationOfKey(source.examined, String(path[0]));
    findings.push(surfaced({ diagnostic, path, location, severity: "error", file: source.file }, chain, top));
  }
  const usable = parsed.success && !chain.brokenChain && findings.every((finding) => harmless(finding, chain, top));
  return { config: usable ? parsed.data : null, findings, inherited: [...suppliers.keys()], suppliers };
}

/** Whether this file may speak for its organization: anybody else's would show its readers repositories that are not theirs. */
function isOfOrg({ own }: Source, { name }: { readonly name: string }): boolean {
  return own && name === ORG_REPOSITORY;
}

/** An extended file's own `_extends` is a value of that file: problems further down are reported at its beginning. */
function surfaced(finding: Finding, { direct }: Chain, top: Source): Finding {
  if (finding.file === top.file || finding.file === direct) return finding;
  return { ...finding, file: direct, path: [], location: { line: 1, column: 1, endLine: 1, endColumn: 1 } };
}

/** A warning, or an error in an extended file that is replaced by its last good version. */
function harmless({ severity, file }: Finding, chain: Chain, top: Source): boolean {
  return severity === "warning" || (chain.fallbackSince !== null && file !== top.file);
}

/** Warnings about an org's default are reported in the org's repository, not in every repository. */
function inFile(source: Source): Finding[] {
  const reported = source.examined.findings.filter((finding) => source.own || finding.severity === "error");
  return reported.map((finding) => ({ ...finding, file: source.file }));
}

/** Settings that are only valid in an organization's `.github` repository. */
function* outOfPlace(top: Source, repository: { readonly name: string }): Generator<Finding> {
  if (!top.own || repository.name === ORG_REPOSITORY) return;
  for (const key of OF_AN_ORG) {
    if (!Object.hasOwn(top.examined.value ?? {}, key)) continue;
    const location = locationOfKey(top.examined, key);
    yield { file: top.file, path: [key], location, severity: "warning", diagnostic: { kind: "org-only", key } };
  }
}

/** The raw documents as one, and which file a section or one of its keys was taken from. */
export function merged(sources: readonly Source[]): {
  value: RawConfig;
  origin: (path: Path) => Source | undefined;
  suppliers: Suppliers;
} {
  const value: Record<string, unknown> = {};
  const origins = new Map<string, Source>();
  for (const source of sources.toReversed()) {
    const isTop = source === sources[0];
    for (const [key, part] of Object.entries(source.examined.value ?? {})) {
      if (!isTop && OF_THE_FILE.has(key)) continue;
      const beneath = value[key];
      value[key] = isMapping(part) && isMapping(beneath) ? { ...beneath, ...part } : part;
      origins.set(JSON.stringify([key]), source);
      for (const inner of isMapping(part) ? Object.keys(part) : []) origins.set(JSON.stringify([key, inner]), source);
    }
  }
  const suppliers = [...origins].flatMap(([path, { own, repository }]): [string, string][] =>
    own ? [] : [[(JSON.parse(path) as readonly string[]).join("."), repository]],
  );
  const origin = (path: Path) => origins.get(JSON.stringify(path));
  return { value, origin, suppliers: new Map(suppliers) };
}

import type { Diagnostic } from "./diagnostic.ts";
import { type Examined, hasErrors, locationOfValue } from "./examine.ts";
import { examineOnce } from "./examine-once.ts";
import { CONFIG_PATH, type ConfigFile, type ConfigFiles } from "./files.ts";
import type { Finding } from "./finding.ts";
import { parseExtends } from "./kinds/place.ts";
import { MAX_HOPS, MAX_VERSIONS } from "./limits.ts";

/** One file of a chain, in the version in force. */
export interface Source {
  /** How findings name it: `.github/sre.yml` if it is the repository's own. */
  readonly file: string;
  /** `owner/name`, as GitHub spells it in the configuration. */
  readonly repository: string;
  readonly path: string;
  readonly own: boolean;
  readonly text: string;
  readonly examined: Examined;
}

/** The file at the top and everything it extends, top first. */
export interface Chain {
  readonly sources: readonly Source[];
  /** What is wrong with the links between them, and with the newest versions of extended files. */
  readonly findings: readonly Finding[];
  /** An extended file is broken: since when its version in force applies; null if all are valid. */
  readonly fallbackSince: Date | null;
  /** A link leads nowhere, or to a file that never was valid: the result of the chain is not reliable. */
  readonly brokenChain: boolean;
  /** The file that the top one extends; for a top file in another repository, that file itself, which decides what it extends. */
  readonly direct: string;
  /** `sourceKey` of every file that was requested. */
  readonly reached: ReadonlySet<string>;
}

export interface Reader {
  readonly files: ConfigFiles;
  /** The requesting repository is public, so it extends public files only. */
  readonly public: boolean;
  /** The person for whom files are read; null: for the repository itself, everything that the installation may read. */
  readonly asker: Asker | null;
}

/** The author of a proposed file. Nobody may read through Detoil what they may not read on GitHub. */
export interface Asker {
  /** `sourceKey` of the files that the file in force already extends. */
  readonly known: ReadonlySet<string>;
  /** For other files: whether this person may read them; null: a fork, whose files are not even requested. */
  readonly mayRead: ((owner: string, name: string) => Promise<boolean>) | null;
}

export function sourceKey(repository: string, path: string): string {
  return `${repository}:${path}`.toLowerCase();
}

interface Link {
  readonly repository: string;
  readonly owner: string;
  readonly name: string;
  readonly path: string;
}

/** Follows `_extends` from the top file. Problems become findings at the `_extends` that leads to them. */
export async function follow(reader: Reader, top: Source): Promise<Chain> {
  const sources: Source[] = [top];
  const findings: Finding[] = [];
  const seen = new Set([sourceKey(top.repository, top.path)]);
  let fallbackSince: Date | null = null;
  let direct = top.file;
  const chain = (brokenChain: boolean): Chain => ({
    sources,
    findings,
    fallbackSince,
    brokenChain,
    direct,
    reached: seen,
  });
  for (let at = top; ; ) {
    const value = at.examined.value?._extends;
    if (typeof value !== "string") return chain(false);
    const link = linkOf(value, reader.files.owner);
    if (link === null) return chain(true); // reported by the schema
    if (at === top && top.own) direct = `${link.repository}:${link.path}`;
    const reportAt = (source: Source, diagnostic: Diagnostic, severity: Finding["severity"]): void => {
      findings.push({
        file: source.file,
        path: ["_extends"],
        location: locationOfExtends(source),
        severity,
        diagnostic,
      });
    };
    const report = (diagnostic: Diagnostic, severity: Finding["severity"] = "error") =>
      reportAt(at, diagnostic, severity);
    // only the extending file sees the whole chain, so a broken link further down is also reported here
    const reportBroken = (): void => {
      const first = top.examined.value?._extends;
      if (at !== top && typeof first === "string") reportAt(top, { kind: "extends-torn", value: first }, "error");
    };
    const refused =
      refusal(reader, link, value, seen, sources.length) ?? (await unreadableFor(reader.asker, link, value));
    if (refused) {
      if (refused.kind === "extends-from-fork") report(refused, "warning");
      else if (refused.kind === "extends-unchecked") {
        const first = top.examined.value?._extends;
        // for a link further down, only the top one belongs to the requesting file
        reportAt(top, typeof first === "string" ? { ...refused, value: first } : refused, "error");
      }
      // every file may be valid on its own; the chain is too long from here
      else if (refused.kind === "extends-too-long") reportAt(top, refused, "error");
      else {
        report(refused);
        reportBroken();
      }
      return chain(true);
    }
    seen.add(sourceKey(link.repository, link.path));
    const file = await reader.files.other(link.owner, link.name, link.path);
    const diagnostic = unreadable(reader, file, link, value);
    if (diagnostic || typeof file === "string") {
      if (diagnostic) report(diagnostic);
      reportBroken();
      return chain(true);
    }
    const next = await lastGood(file, link);
    findings.push(...next.findings);
    if (next.findings.length > 0)
      report({ kind: "extended-broken", value }, next.source === null ? "error" : "warning");
    if (next.source === null) {
      reportBroken();
      return chain(true);
    }
    fallbackSince ??= next.since;
    sources.push(next.source);
    at = next.source;
  }
}

function linkOf(value: string, owner: string): Link | null {
  const target = parseExtends(value);
  if (target === null) return null;
  const of = target.owner ?? owner;
  return { owner: of, name: target.name, path: target.path ?? CONFIG_PATH, repository: `${of}/${target.name}` };
}

function refusal(
  reader: Reader,
  link: Link,
  value: string,
  seen: ReadonlySet<string>,
  length: number,
): Diagnostic | null {
  const { owner } = reader.files;
  if (link.owner.toLowerCase() !== owner.toLowerCase()) return { kind: "extends-other-owner", value, owner };
  const key = sourceKey(link.repository, link.path);
  if (seen.has(key)) return { kind: "extends-loop", value };
  if (length > MAX_HOPS) return { kind: "extends-too-long", limit: MAX_HOPS };
  return null;
}

async function unreadableFor(asker: Asker | null, link: Link, value: string): Promise<Diagnostic | null> {
  if (asker === null || asker.known.has(sourceKey(link.repository, link.path))) return null;
  if (asker.mayRead === null) return { kind: "extends-from-fork", value };
  // before the file is requested, so that the answer does not reveal whether it exists
  return (await asker.mayRead(link.owner, link.name)) ? null : { kind: "extends-unchecked", value };
}

function unreadable(
  reader: Reader,
  file: ConfigFile | "missing" | "forbidden",
  link: Link,
  value: string,
): Diagnostic | null {
  if (file === "forbidden") return { kind: "extends-forbidden", value };
  if (file === "missing") return { kind: "extends-missing", value, path: link.path };
  // before checking whether it has the file: readers of a public repository learn nothing about a private one
  if (reader.public && file.private) return { kind: "extends-private", value };
  return file.text === null ? { kind: "extends-missing", value, path: link.path } : null;
}

/** The newest version that is valid on its own, and what is wrong with the newest of all. */
async function lastGood(
  file: ConfigFile,
  link: Link,
): Promise<{ source: Source | null; findings: Finding[]; since: Date | null }> {
  const label = `${link.repository}:${link.path}`;
  const sourceOf = async (text: string): Promise<Source> => ({
    file: label,
    repository: link.repository,
    path: link.path,
    own: false,
    text,
    examined: await examineOnce(label, text),
  });
  const newest = await sourceOf(file.text ?? "");
  // settings that are not available yet are reported in the file's own repository
  const findings = newest.examined.findings
    .filter((finding) => finding.severity === "error")
    .map((finding) => ({ ...finding, file: label }));
  if (!hasErrors(newest.examined)) return { source: newest, findings, since: null };
  for (const version of (await file.history()).slice(0, MAX_VERSIONS)) {
    if (version.text === null) break;
    const source = await sourceOf(version.text);
    if (!hasErrors(source.examined)) return { source, findings, since: version.at };
  }
  return { source: null, findings, since: null };
}

export function locationOfExtends(source: Source) {
  return locationOfValue(source.examined, "_extends");
}

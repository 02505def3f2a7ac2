import { assemble, merged } from "./assemble.ts";
import { bareConfig } from "./bare.ts";
import { readDocument } from "./document.ts";
import { examineOnce } from "./examine-once.ts";
import { CONFIG_PATH, type ConfigFiles, ORG_REPOSITORY } from "./files.ts";
import type { Finding } from "./finding.ts";
import type { Path } from "./path.ts";
import { isMapping, mappingIn } from "./raw.ts";
import { sreSchema } from "./schema.ts";
import { type Chain, follow, locationOfExtends, type Source } from "./sources.ts";

/** Where a value is written. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

/** A sre.yml with everything that it extends and every default. */
export interface Effective {
  /** In the order of the reference; a section that is off is null or missing. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly findings: readonly Finding[];
  /** null: nobody wrote it, it is the default. */
  origin(path: Path): Origin | null;
  /** What `_extends` names, where it could not be followed because there is no GitHub to ask. */
  readonly unread: { readonly value: string; readonly at: Finding["location"] } | null;
}

/** `files`: the repository that the text is for; null: there is no GitHub to ask. */
export async function effectiveConfig(text: string, files: ConfigFiles | null): Promise<Effective> {
  const repository = files === null ? CONFIG_PATH : `${files.owner}/${files.name}`;
  const examined = await examineOnce(`effective ${repository}`, text);
  const top: Source = { file: CONFIG_PATH, repository, path: CONFIG_PATH, own: true, text, examined };
  const extended = examined.value?._extends;
  const isUnread = files === null && typeof extended === "string";
  const chain =
    files === null ? alone(top, isUnread) : await follow({ files, public: await isPublic(files), asker: null }, top);
  // a file on this machine may belong into any repository
  const { findings } = assemble(chain, files ?? { name: ORG_REPOSITORY });
  const { value, origin } = merged(chain.sources);
  const documents = new Map(chain.sources.map((source) => [source, readDocument(source.text)]));
  return {
    value: withDefaults(value),
    findings,
    origin(path) {
      const source = origin(path.slice(0, 2)) ?? origin(path.slice(0, 1));
      const document = source && documents.get(source);
      if (source === undefined || !document || !isWritten(document.value, path)) return null;
      return { file: source.file, line: document.keyAt(path).line };
    },
    unread: isUnread ? { value: extended, at: locationOfExtends(top) } : null,
  };
}

async function isPublic(files: ConfigFiles): Promise<boolean> {
  return !(await files.own()).private;
}

/** A file beneath may have what this one lacks. */
function alone(top: Source, brokenChain: boolean): Chain {
  return { sources: [top], findings: [], fallbackSince: null, brokenChain, direct: top.file, reached: new Set() };
}

/** Section by section, so that what one lacks takes no default from the others. */
function withDefaults(written: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const sections = Object.entries(written).map(([key, part]) => {
    const parsed = sreSchema.safeParse({ version: 1, [key]: part });
    return [key, parsed.success ? mappingIn(parsed.data)[key] : part] as const;
  });
  const value: Record<string, unknown> = { ...bareConfig, ...Object.fromEntries(sections) };
  const known = Object.keys(sreSchema.shape).filter((key) => value[key] !== undefined);
  return Object.fromEntries(known.map((key) => [key, value[key]]));
}

function isWritten(value: unknown, path: Path): boolean {
  let at: unknown = value;
  for (const part of path) {
    if (Array.isArray(at) ? !(Number(part) in at) : !isMapping(at) || !Object.hasOwn(at, part)) return false;
    at = (at as Readonly<Record<string | number, unknown>>)[part];
  }
  return true;
}

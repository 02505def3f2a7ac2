import { type Assembled, assemble } from "./assemble.ts";
import { examineOnce } from "./examine-once.ts";
import { CONFIG_PATH, type ConfigFile, type ConfigFiles } from "./files.ts";
import { MAX_VERSIONS } from "./limits.ts";
import type { LoadedConfig } from "./loaded.ts";
import { orgDefault } from "./org-default.ts";
import { remember } from "./remember.ts";
import type { Language } from "./schema.ts";
import { follow, type Source } from "./sources.ts";
import { foreignProblemOf, problemOf } from "./text/index.ts";

/** A top file and everything that it extends, evaluated. */
interface Attempt extends Assembled {
  readonly source: Source;
  readonly fallbackSince: Date | null;
}

/**
 * The configuration of one repository: its own file, or its org's default, merged with what they extend. If the newest
 * version is broken, the last good one stays in force. Only reads files; `files` throws what GitHub refuses.
 */
export async function loadConfig(files: ConfigFiles): Promise<LoadedConfig> {
  const remembering = remember(files);
  const own = await remembering.own();
  const fallback = () => orgDefault(remembering, !own.private);
  const { defaultBranch, private: isPrivate } = own;
  const reader = { files: remembering, public: !own.private, asker: null };

  const attempt = async (file: Pick<Source, "repository" | "own">, text: string): Promise<Attempt> => {
    const label = file.own ? CONFIG_PATH : `${file.repository}:${CONFIG_PATH}`;
    const examined = await examineOnce(`${file.repository}:${CONFIG_PATH}`, text);
    const source: Source = { ...file, file: label, path: CONFIG_PATH, text, examined };
    const chain = await follow(reader, source);
    return { ...assemble(chain, files), source, fallbackSince: chain.fallbackSince };
  };

  const ofFile = async (of: Pick<Source, "repository" | "own">, file: ConfigFile, text: string) => {
    const newest = await attempt(of, text);
    const origin = { repository: of.repository, path: CONFIG_PATH, commit: file.commit };
    const loaded = (force: Attempt | null, since: Date | null): LoadedConfig => {
      const language = languageOf(force ?? newest);
      return {
        state: force === newest && since === null ? "valid" : "broken",
        config: force?.config ?? null,
        problems: newest.findings.map((finding) =>
          finding.file === CONFIG_PATH ? problemOf(finding) : foreignProblemOf(finding),
        ),
        language,
        origin,
        inForceSince: since,
        defaultBranch,
        isPrivate,
        inherited: force?.inherited ?? [],
        suppliers: force?.suppliers ?? new Map(),
      };
    };
    if (newest.config !== null) return loaded(newest, newest.fallbackSince);
    const versions = (await file.history()).slice(0, MAX_VERSIONS);
    const before = versions.findIndex((version) => version.text === null);
    for (const version of before < 0 ? versions : versions.slice(0, before)) {
      if (version.text === null || version.text === text) continue;
      const older = await attempt(of, version.text);
      if (older.config !== null) return loaded(older, version.at);
    }
    // before the file existed, the org's default was in force; a truncated history does not show it
    const sawBeginning = before >= 0 || versions.length < MAX_VERSIONS;
    const beneath = of.own && sawBeginning ? await fallback() : null;
    if (beneath === null) return loaded(null, null);
    const inherited = await attempt({ repository: beneath.repository, own: false }, beneath.text);
    return loaded(inherited.config === null ? null : inherited, null);
  };

  if (own.text !== null) return ofFile({ repository: `${files.owner}/${files.name}`, own: true }, own, own.text);
  const inherited = await fallback();
  if (inherited !== null) {
    return ofFile({ repository: inherited.repository, own: false }, inherited.file, inherited.text);
  }
  return {
    state: "absent",
    config: null,
    problems: [],
    language: "en",
    origin: null,
    inForceSince: null,
    defaultBranch,
    isPrivate,
    inherited: [],
    suppliers: new Map(),
  };
}

/** The language that the file asks for, even if something else in it is wrong. */
export function languageOf({ config, source }: Pick<Attempt, "config" | "source">): Language {
  const written = config?.language ?? source.examined.value?.language;
  return written === "ja" ? "ja" : "en";
}

import { type Assembled, assemble } from "./assemble.ts";
import { examineOnce } from "./examine-once.ts";
import { CONFIG_PATH, type ConfigFiles } from "./files.ts";
import type { Finding } from "./finding.ts";
import { languageOf } from "./load.ts";
import { orgDefault } from "./org-default.ts";
import { remember } from "./remember.ts";
import type { Language, SreConfig } from "./schema.ts";
import { type Asker, follow, type Reader, type Source, sourceKey } from "./sources.ts";

/** A version of the file that is proposed, not in force. */
export interface Proposal {
  /** null: the file is deleted. */
  readonly text: string | null;
  readonly fromFork: boolean;
  /** Whether the person who proposes it may read a repository of this owner. */
  mayRead(owner: string, name: string): Promise<boolean>;
}

export interface Evaluation {
  /** In the proposed file itself, in its order. */
  readonly findings: readonly Finding[];
  /** In files that it extends; empty for a fork, whose check quotes nothing from them. */
  readonly foreign: readonly Finding[];
  /** Number of errors in files that it extends, also for a fork. */
  readonly foreignErrors: number;
  /** The configuration that would be in force; null if broken, if there would be none, or if a fork may not know it. */
  readonly config: SreConfig | null;
  /** The keys of `config` that come from other files: `release.lanes`, `timezone`. */
  readonly inherited: readonly string[];
  /** The file's own language; null if it sets none. */
  readonly language: Language | null;
  /** Whether the behavior can be compared with the current one without revealing other files to a fork. */
  readonly comparable: boolean;
}

/** Evaluates a pull request's sre.yml as if it were merged. */
export async function evaluateConfig(files: ConfigFiles, proposal: Proposal): Promise<Evaluation> {
  const remembering = remember(files);
  const own = await remembering.own();
  const repository = `${files.owner}/${files.name}`;
  const sourceOf = async (text: string): Promise<Source> => {
    const examined = await examineOnce(sourceKey(repository, CONFIG_PATH), text);
    return { file: CONFIG_PATH, repository, path: CONFIG_PATH, own: true, text, examined };
  };
  const reader: Reader = { files: remembering, public: !own.private, asker: null };
  const current = own.text === null ? null : await follow(reader, await sourceOf(own.text));
  // a file that extends nothing reveals nothing from other files
  const alone = current?.sources.length === 1 && !current.brokenChain;

  if (proposal.text === null) {
    const inherited = proposal.fromFork ? null : await afterDeletion(reader, remembering, own.private);
    return {
      findings: [],
      foreign: [],
      foreignErrors: 0,
      config: inherited?.config ?? null,
      inherited: inherited?.inherited ?? [],
      language: null,
      comparable: !proposal.fromFork,
    };
  }
  const top = await sourceOf(proposal.text);
  const known = current?.reached ?? new Set<string>();
  const asker: Asker = { known, mayRead: proposal.fromFork ? null : proposal.mayRead };
  const chain = await follow({ ...reader, asker }, top);
  const { config, findings, inherited } = assemble(chain, files);
  const others = findings.filter(({ file }) => file !== CONFIG_PATH);
  const usesOthers = typeof top.examined.value?._extends === "string";
  return {
    findings: findings.filter(({ file }) => file === CONFIG_PATH),
    foreign: proposal.fromFork ? [] : others,
    foreignErrors: others.filter(({ severity }) => severity === "error").length,
    config,
    inherited,
    language:
      top.examined.value?.language === undefined && config === null ? null : languageOf({ config, source: top }),
    comparable: !proposal.fromFork || (alone && !usesOthers),
  };
}

/** Without its own file the repository follows its org's default. */
async function afterDeletion(reader: Reader, files: ConfigFiles, isPrivate: boolean): Promise<Assembled | null> {
  const inherited = await orgDefault(files, !isPrivate);
  if (inherited === null) return null;
  const { repository, text } = inherited;
  const file = `${repository}:${CONFIG_PATH}`;
  const source: Source = {
    file,
    repository,
    path: CONFIG_PATH,
    own: false,
    text,
    examined: await examineOnce(sourceKey(repository, CONFIG_PATH), text),
  };
  return assemble(await follow(reader, source), files);
}

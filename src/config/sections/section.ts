import type { z } from "zod";
import type { LaterDiagnostic } from "../later-diagnostic.ts";
import type { Path } from "../path.ts";
import type { Sentence, Sentences } from "../text/sentence.ts";
import type { MilestoneCount } from "./milestones/milestone-count.ts";

/** What sentences call a group of settings: "… is not a setting of a milestone task". */
type Labels = Readonly<Record<string, Sentence>>;

/** inherited: `_extends` and an organization's default supply it. org: it is for an organization's `.github` only. */
type Scope = "inherited" | "file" | "org";

export interface RuleFinding<Diagnostic> {
  readonly diagnostic: Diagnostic;
  /** Within the section. */
  readonly path: Path;
}

/** Rules between the values of a section. */
export interface Rules<Diagnostic extends { readonly kind: string }> {
  /** Reads the raw section, so that the rules work even if another key is wrong. */
  find(section: unknown): Iterable<RuleFinding<Diagnostic>>;
  readonly sentences: Sentences<Diagnostic>;
}

export interface IdleFinding {
  readonly diagnostic: LaterDiagnostic;
  /** Within the section. */
  readonly path: Path;
}

export interface ChangeContext {
  /**
   * The keys of the section that come from other files, before and after; "" for the section itself. Their values are not shown, because a reader
   * here may not be allowed to read them there.
   */
  readonly inherited: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
  /** The open milestones that get new tasks; null: nobody counted them. */
  readonly milestones: MilestoneCount | null;
}

/** What Detoil will do differently, one sentence each; null: the section is off. */
interface Changes<Value> {
  changes(was: Value | null, is: Value | null, context: ChangeContext): Iterable<Sentence>;
}

type Item<List> = List extends readonly (infer One)[] ? One : never;

/** The keys of a section that are lists. */
type ListsIn<Value> = Value extends readonly unknown[]
  ? never
  : { [Key in keyof Value & string]: Value[Key] extends readonly object[] ? Key : never }[keyof Value & string];

/** The settings of a section, and those in its groups: `comment`, `deployments.workflow`. */
type SettingsIn<Value> = {
  [Key in keyof Value & string]:
    | Key
    | (NonNullable<Value[Key]> extends readonly unknown[]
        ? never
        : NonNullable<Value[Key]> extends object
          ? `${Key}.${keyof NonNullable<Value[Key]> & string}`
          : never);
}[keyof Value & string];

interface Parts<Schema extends z.ZodType, Value, Diagnostic extends { readonly kind: string }, Names extends Labels> {
  readonly schema: Schema;
  readonly scope: Scope;
  readonly labels: Names;
  /** null: none. */
  readonly rules: Rules<Diagnostic> | null;
  /** By list: keys of its mappings that are templates. */
  readonly templates: { readonly [List in ListsIn<Value>]?: readonly (keyof Item<Value[List]> & string)[] };
  /** By list: keys of its mappings that nothing acts on yet. */
  readonly laterKeys: { readonly [List in ListsIn<Value>]?: readonly (keyof Item<Value[List]> & string)[] };
  /** Settings outside of lists that nothing acts on yet. */
  readonly laterSettings?: readonly SettingsIn<Value>[];
  /** Settings without effect beside others; reads the raw section. */
  idle?(section: unknown): Iterable<IdleFinding>;
}

/** A key with one value, for the whole file. */
export function setting<Schema extends z.ZodType>(parts: { readonly schema: Schema; readonly scope: Scope }) {
  return { kind: "setting", available: true, labels: {}, rules: null, templates: {}, laterKeys: {}, ...parts } as const;
}

/** Settings for the whole file; `null` stands for the defaults. */
export function settings<
  Schema extends z.ZodType,
  const Names extends Labels,
  Diagnostic extends { readonly kind: string } = never,
>(parts: Parts<Schema, z.output<Schema>, Diagnostic, Names> & Changes<z.output<Schema>>) {
  return { kind: "settings", available: true, ...parts } as const;
}

/** What switches an automation on; absent or `null`: off. */
export function section<
  Schema extends z.ZodType,
  const Names extends Labels,
  Diagnostic extends { readonly kind: string } = never,
>(parts: Parts<Schema, z.output<Schema>, Diagnostic, Names> & Changes<z.output<Schema>>) {
  return { kind: "section", available: true, ...parts, schema: parts.schema.optional() } as const;
}

/**
 * A section whose automation does not exist yet: it is validated, and the check says that nothing acts on it. `automation`: its
 * name, for people who ask for it already; null: other automations will read the section.
 */
export function laterSection<
  Schema extends z.ZodType,
  const Names extends Labels,
  Diagnostic extends { readonly kind: string } = never,
>(parts: Parts<Schema, z.output<Schema>, Diagnostic, Names> & { readonly automation: string | null }) {
  return { kind: "section", available: false, ...parts, schema: parts.schema.optional() } as const;
}

/** A descriptor of any key, for whoever loops over all of them. */
export interface AnySection {
  readonly kind: "setting" | "settings" | "section";
  readonly schema: z.ZodType;
  readonly scope: Scope;
  /** false: nothing acts on it yet. */
  readonly available: boolean;
  /** Of one that is not available: the automation that will act on it. */
  readonly automation?: string | null;
  readonly labels: Labels;
  readonly rules: {
    find(section: unknown): Iterable<RuleFinding<{ readonly kind: string }>>;
    readonly sentences: object;
  } | null;
  readonly templates: Readonly<Record<string, readonly string[]>>;
  readonly laterKeys: Readonly<Record<string, readonly string[]>>;
  readonly laterSettings?: readonly string[];
  idle?(section: unknown): Iterable<IdleFinding>;
  changes?(was: unknown, is: unknown, context: ChangeContext): Iterable<Sentence>;
}

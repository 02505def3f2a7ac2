import type { Elsewhere } from "./elsewhere.ts";
import type { Encoding } from "./encoding.ts";
import type { ValueDiagnostic } from "./kinds/value-diagnostic.ts";
import type { LaterDiagnostic } from "./later-diagnostic.ts";
import type { LookAlikeRole } from "./look-alikes.ts";
import type { SecretKind } from "./secrets.ts";
import type { SectionLabel } from "./section-labels.ts";
import type { RuleDiagnostic } from "./sections/every.ts";

/**
 * What can be wrong with a sre.yml, as data: the sentence comes later, in the reader's language (text.ts).
 * Values are quoted from the file by `text.ts`, never printed raw.
 */
export type Diagnostic =
  | YamlDiagnostic
  | ShapeDiagnostic
  | ValueDiagnostic
  | RuleDiagnostic
  | LaterDiagnostic
  | FileDiagnostic;

/**
 * The text is not YAML, or exceeds a limit. `quoted` and `bare` are what to write instead, valid in that place under the schema
 * (remedies.ts); null if that would be refused.
 */
export type YamlDiagnostic =
  | { readonly kind: "too-large"; readonly limit: number }
  | { readonly kind: "too-deep"; readonly limit: number }
  | { readonly kind: "too-many-values"; readonly limit: number }
  | { readonly kind: "too-slow" }
  | { readonly kind: "empty-file" }
  | { readonly kind: "not-a-mapping" }
  | { readonly kind: "key-twice"; readonly key: string }
  | { readonly kind: "odd-key" }
  | { readonly kind: "unknown-alias"; readonly alias: string; readonly quoted: string | null }
  | { readonly kind: "unknown-tag"; readonly tag: string }
  | { readonly kind: "tab" }
  | {
      readonly kind: "needs-quotes";
      readonly value: string;
      readonly quoted: string | null;
      /** The same without its `@`. */
      readonly bare: string | null;
    }
  | { readonly kind: "dash-space"; readonly quoted: string | null }
  | { readonly kind: "hash-comment"; readonly quoted: string | null; readonly bare: string | null }
  | { readonly kind: "look-alike"; readonly character: string; readonly role: LookAlikeRole; readonly key: string }
  | { readonly kind: "secret"; readonly secret: SecretKind }
  | { readonly kind: "wrong-encoding"; readonly encoding: Encoding | null }
  | { readonly kind: "unclosed"; readonly character: string }
  | { readonly kind: "nested-on-one-line"; readonly quoted: string | null }
  | { readonly kind: "bad-indent" }
  | { readonly kind: "several-documents" }
  | { readonly kind: "missing-colon"; readonly value: string }
  | { readonly kind: "not-yaml" };

/** What a value is, by its YAML. */
export type Given = "text" | "number" | "boolean" | "null" | "list" | "mapping";
/** What would be right. */
export type Expected = "text" | "number" | "whole-number" | "boolean" | "list" | "mapping" | "list-or-mapping";

/** The wrong keys, or values of the wrong kind. */
export type ShapeDiagnostic =
  | {
      readonly kind: "unknown-key";
      readonly key: string;
      readonly sectionLabel: SectionLabel;
      readonly near: string | null;
      readonly elsewhere: Elsewhere | null;
      /** The settings there that are most like it. */
      readonly options: readonly string[];
      /** How many there are besides. */
      readonly more: number;
    }
  | {
      readonly kind: "missing-key";
      readonly key: string;
      readonly sectionLabel: SectionLabel;
      readonly example: string;
    }
  | { readonly kind: "left-to-extends"; readonly key: string; readonly sectionLabel: SectionLabel }
  | {
      readonly kind: "wrong-type";
      readonly given: Given;
      readonly value: string | null;
      readonly expected: Expected;
      readonly example: string;
      /** The same text with quotes, or without; else another value. */
      readonly remedy: "quotes" | "no-quotes" | "example";
    }
  | { readonly kind: "merge-key" }
  | { readonly kind: "hash-comment-for-value"; readonly value: string; readonly example: string }
  | { readonly kind: "needs-no-quotes"; readonly example: string }
  | {
      readonly kind: "not-one-of";
      readonly value: string;
      readonly options: readonly string[];
      readonly near: string | null;
    }
  | { readonly kind: "empty-text"; readonly example: string }
  | { readonly kind: "too-long"; readonly limit: number }
  | { readonly kind: "empty-list"; readonly example: string }
  | { readonly kind: "too-many"; readonly limit: number }
  | {
      readonly kind: "out-of-range";
      readonly value: string;
      readonly lowest: number | null;
      readonly highest: number | null;
    };

/** Between files. */
export type FileDiagnostic =
  | { readonly kind: "extends-other-owner"; readonly value: string; readonly owner: string }
  | { readonly kind: "extends-missing"; readonly value: string; readonly path: string }
  | { readonly kind: "extends-forbidden"; readonly value: string }
  | { readonly kind: "extends-private"; readonly value: string }
  | { readonly kind: "extends-loop"; readonly value: string }
  | { readonly kind: "extends-too-long"; readonly limit: number }
  | { readonly kind: "extends-from-fork"; readonly value: string }
  | { readonly kind: "extends-unchecked"; readonly value: string }
  | { readonly kind: "extends-torn"; readonly value: string }
  | { readonly kind: "extended-broken"; readonly value: string };

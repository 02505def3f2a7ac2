/**
 * What can be wrong with a sre.yml, as data: the sentence comes later, in the reader's language (text.ts).
 * Values are quoted from the file by `text.ts`, never printed raw.
 */
export type Complaint =
  // one value
  | { readonly kind: "not-a-duration"; readonly value: string; readonly example: string }
  | { readonly kind: "negative-duration"; readonly value: string; readonly example: string }
  | { readonly kind: "not-a-cron"; readonly value: string; readonly reason: string }
  | { readonly kind: "not-a-glob"; readonly value: string; readonly reason: "empty" | "long" | "stars" | "regular" }
  | { readonly kind: "not-a-date"; readonly value: string }
  | { readonly kind: "not-a-range"; readonly value: string }
  | { readonly kind: "range-backwards"; readonly value: string }
  | { readonly kind: "not-a-zone"; readonly value: string; readonly near: string | null }
  | { readonly kind: "not-a-country"; readonly value: string; readonly near: string | null }
  | { readonly kind: "not-hours"; readonly value: string }
  | {
      readonly kind: "not-a-template";
      readonly value: string;
      readonly reason: string;
      readonly names: readonly string[];
    }
  | { readonly kind: "not-a-branch"; readonly value: string }
  | { readonly kind: "not-a-login"; readonly value: string }
  | { readonly kind: "not-a-person"; readonly value: string }
  | { readonly kind: "not-a-link"; readonly value: string }
  | { readonly kind: "not-a-channel"; readonly value: string }
  | { readonly kind: "not-a-file-name"; readonly value: string }
  | { readonly kind: "not-a-cadence"; readonly value: string }
  | { readonly kind: "not-an-extends"; readonly value: string }
  // rules between values
  | { readonly kind: "lane-to-itself"; readonly branch: string }
  | { readonly kind: "lane-twice"; readonly from: string; readonly to: string; readonly first: number }
  | { readonly kind: "not-exactly-one"; readonly given: readonly string[]; readonly options: readonly string[] }
  | { readonly kind: "task-key-twice"; readonly key: string; readonly first: number }
  | { readonly kind: "after-unknown"; readonly key: string; readonly near: string | null }
  | { readonly kind: "after-cycle"; readonly keys: readonly string[] }
  | { readonly kind: "dates-backwards"; readonly from: string; readonly to: string }
  | { readonly kind: "empty-condition" };

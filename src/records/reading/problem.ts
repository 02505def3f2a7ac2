/** What is wrong with a record as it was given. */
export type RecordProblem =
  | { readonly kind: "not-utf8" }
  | { readonly kind: "not-json" }
  | { readonly kind: "not-an-object" }
  | { readonly kind: "no-type" }
  | { readonly kind: "unknown-type"; readonly value: string; readonly near: string | null }
  | { readonly kind: "missing"; readonly key: string; readonly type: string }
  | { readonly kind: "nameless" }
  | { readonly kind: "wrong-kind"; readonly key: string; readonly wanted: "text" | "id" | "number" | "texts" | "time" }
  | { readonly kind: "not-a-status"; readonly value: string }
  | { readonly kind: "not-a-time"; readonly key: string; readonly value: string }
  | { readonly kind: "no-zone"; readonly key: string; readonly value: string }
  | { readonly kind: "backwards"; readonly start: string; readonly end: string }
  | { readonly kind: "cycle"; readonly sha: string };

/** A record that cannot be read. */
export class WrongRecord extends Error {
  readonly problem: RecordProblem;
  constructor(problem: RecordProblem) {
    super(problem.kind);
    this.problem = problem;
  }
}

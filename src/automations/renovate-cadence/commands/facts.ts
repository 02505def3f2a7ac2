/** A text file on a branch, with the id of its blob. */
export interface File {
  readonly text: string;
  readonly oid: string;
}

/** An open pull request from Detoil's branch. */
interface Proposal {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Detoil's own bot opened it: only then its text is ours to write. */
  readonly isOurs: boolean;
}

/** What `/sre cadence` needs to know. */
export interface CadenceCommandFacts {
  /** The issue in which it was given. */
  readonly issue: number;
  /** The default branch's name and tip; null: the repository is empty. */
  readonly base: { readonly name: string; readonly oid: string } | null;
  /** sre.yml on the default branch; null: there is none, or GitHub does not show it as text. */
  readonly file: File | null;
  /** Detoil's branch; null: there is none. */
  readonly branch: { readonly file: File | null } | null;
  readonly proposal: Proposal | null;
  /** The latest comment in the conversation: a later one cannot have been carried out. */
  readonly latest: number;
}

/** Who makes a request: the App's installation, another person with write access, the App itself, or nobody. */
export type Asker = "app" | "person" | "jwt" | "nobody";

export interface RestAnswer {
  readonly status: number;
  // GitHub's JSON, as it comes: facts read it with `at`.
  readonly data: unknown;
  readonly headers: Readonly<Record<string, string>>;
}

export interface GraphqlAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly errors: readonly { readonly type?: string; readonly message: string; readonly path?: readonly unknown[] }[];
}

/** A repository to try things in, on the simulated GitHub or on the real one. Everything goes over HTTP. */
export interface Scratch {
  readonly owner: string;
  readonly repo: string;
  /** `SLUG[bot]` */
  readonly bot: string;
  /** A second person with write access; null: there is none. */
  readonly person: string | null;
  /** Default branch, and a commit on it with one before it. */
  readonly branch: string;
  readonly head: string;
  readonly before: string;
  /** A REST request, `GET /repos/{owner}/{repo}/issues`; owner and repo are filled in. Refusals are answers too. */
  rest(route: string, parameters?: Readonly<Record<string, unknown>>, as?: Asker): Promise<RestAnswer>;
  /** A GraphQL request; `$owner` and `$repo` are filled in. */
  graphql(query: string, variables?: Readonly<Record<string, unknown>>, as?: Asker): Promise<GraphqlAnswer>;
  /** A name that nobody else uses. */
  name(what: string): string;
  /** What has to be undone after the fact was tried, last first. */
  afterwards(undo: () => Promise<unknown>): void;
  /** Repeats until it holds (GitHub's lists lag); throws if it does not within a minute. */
  until(holds: () => Promise<boolean>): Promise<void>;
  /** A second passes on GitHub, whose times are whole ones. */
  second(): Promise<void>;
}

/** A webhook as the App's server gets it. */
export interface Webhook {
  /** Event and action, `issues.opened`. */
  readonly name: string;
  readonly guid: string;
  readonly signature: string;
  readonly text: string;
  readonly body: unknown;
}

/** `@LOGIN`: anybody on the simulated GitHub. */
export type Player = Asker | `@${string}`;

/** What only the simulated GitHub can play. Everything here goes over HTTP too. */
export interface Stage extends Scratch {
  rest(route: string, parameters?: Readonly<Record<string, unknown>>, as?: Player): Promise<RestAnswer>;
  graphql(query: string, variables?: Readonly<Record<string, unknown>>, as?: Player): Promise<GraphqlAnswer>;
  /** A person (default: the second one) does something in a browser; throws where GitHub does not let them. */
  act(action: string, fields?: Readonly<Record<string, unknown>>, as?: string): Promise<unknown>;
  /** The secret of the App's webhooks. */
  readonly secret: string;
  /** A call of the control API, `POST clock`. */
  control(route: string, body?: unknown): Promise<unknown>;
  /** Deliveries to the App's server since the last call, in the order of arrival. */
  deliveries(): Promise<readonly Webhook[]>;
  /** The App's server's answer to webhooks from now on; null: it cannot be reached. */
  respond(status: number | null): void;
}

interface Named {
  /** `area/what`; it never changes. */
  readonly id: string;
  /** One sentence. */
  readonly says: string;
  /** Its source; "unsourced" where nobody wrote it down. */
  readonly source: string;
  /** Its request is invalid; the simulated GitHub reports that. */
  readonly invalid?: true;
}

/** Tries a fact and returns briefly what was seen; throws if it is otherwise. Without it the fact cannot be tried. */
interface Triable extends Named {
  readonly takes?: undefined;
  readonly seen?: (scratch: Scratch) => Promise<string>;
}

interface Staged extends Named {
  /** What it needs that a scratch repository on github.com does not have: it is tried on the simulated one only. */
  readonly takes: string;
  /** What the simulated GitHub's world has besides the scratch repository. */
  readonly world?: Readonly<Record<string, unknown>>;
  /** What the simulated scratch repository has besides. */
  readonly scratch?: Readonly<Record<string, unknown>>;
  readonly seen?: (stage: Stage) => Promise<string>;
}

/** Something about GitHub that Detoil relies on. */
export type Fact = Triable | Staged;

/** Thrown where this GitHub lacks what the fact needs. */
export class NotTried extends Error {}

/** The value at a path of an answer; undefined where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === "object" && inner !== null ? (inner as Record<string, unknown>)[key] : undefined),
    value,
  );
}

/** The list at a path of an answer; empty where there is none. */
export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

import { newUser } from "../actions/people.ts";
import { shaOf } from "../git/sha.ts";
import type { Sha, SimState, Time } from "../state.ts";
import { placeOf, WorldError } from "./world-error.ts";

/** The current position in the world file, and its defaults. */
export class Reading {
  readonly state: SimState;
  readonly fileName: string;
  readonly path: readonly PropertyKey[];

  constructor(state: SimState, fileName: string, path: readonly PropertyKey[]) {
    this.state = state;
    this.fileName = fileName;
    this.path = path;
  }

  /** One step (or several) further in. */
  at(...steps: PropertyKey[]): Reading {
    return new Reading(this.state, this.fileName, [...this.path, ...steps]);
  }

  /** Fails with this position. */
  fail(what: string): never {
    throw new WorldError(this.fileName, placeOf(this.path), what);
  }

  /** The id that the file gives, else the next one. */
  id(given: number | undefined): number {
    if (given !== undefined) return given;
    const id = this.state.nextId;
    this.state.nextId += 1;
    return id;
  }

  /** The sha of a name, which must be among these commits. */
  commit(name: string, commits: ReadonlyMap<Sha, unknown>): Sha {
    const sha = shaOf(name);
    if (!commits.has(sha)) this.fail(`no commit ${name}`);
    return sha;
  }

  /** The account's login; made as a person (or bot, by its name) when `users` does not list it. */
  person(login: string): string {
    const { users } = this.state;
    if (!users.has(login)) {
      users.set(login, newUser(login, this.id(undefined)));
    }
    return login;
  }

  /** The team `org/slug`; made without members when `teams` does not list it. */
  team(name: string): string {
    const { teams } = this.state;
    const [org = "", slug = ""] = name.split("/");
    if (!teams.some((one) => one.org === org && one.slug === slug)) {
      teams.push({ id: this.id(undefined), org, slug, members: [] });
    }
    return name;
  }

  /** The same for a place that may be empty. */
  maybePerson(login: string | null | undefined): string | null {
    return login === null || login === undefined ? null : this.person(login);
  }

  /** A time, or the world's `now`. */
  time(given: Time | null | undefined): Time {
    return given ?? this.state.now;
  }
}

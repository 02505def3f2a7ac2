import type { Acting } from "../actions/acting.ts";
import type { SimEvent } from "../events.ts";
import { type Actor, loginOf } from "../platform/actor.ts";
import type { SimRepo } from "../state.ts";
import type { OperationKey } from "./permissions.ts";
import type { View } from "./render/view.ts";

/** The context of a request: the state, the actor, and callbacks. */
export interface RestContext extends View {
  readonly actor: Actor;
  /** A write happened: the webhooks follow. */
  emit(event: SimEvent): void;
  /** Reports a request that GitHub's description does not know: an unknown route, a body that does not fit. Tests fail on it. */
  unexpected(message: string): void;
}

/** One request, validated and parsed. */
export interface Call {
  readonly context: RestContext;
  readonly request: Request;
  readonly url: URL;
  /** The path's parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** The body as JSON, checked; undefined without one. */
  readonly body: unknown;
}

/** A request about a repository that the actor may see. */
export interface RepoCall extends Call {
  readonly repo: SimRepo;
  /** Acts in the actor's name. */
  readonly acting: Acting;
}

/** What a handler returns; `body` undefined sends none, a string is sent as it is. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handlers = { readonly [Key in OperationKey]?: (call: Call) => Answer };
export type RepoHandlers = { readonly [Key in OperationKey]?: (call: RepoCall) => Answer };

/** Acts in the actor's name. */
export function actingIn(context: RestContext): Acting {
  const login = loginOf(context.state, context.actor) ?? "ghost";
  return { state: context.state, login, emit: (event) => context.emit(event) };
}

/** 200 with a body. */
export function ok(body: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, body, headers };
}

/** 201 with a body. */
export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** 204. */
export const NOTHING: Answer = { status: 204 };

/** A number from the path; NaN never matches anything. */
export function numberIn(call: Call, name: string): number {
  return Number(call.path[name] ?? Number.NaN);
}

/** The checked body as what GitHub's description says it is. */
export function bodyOf<Body extends object>(call: Call): Partial<Body> {
  return (call.body ?? {}) as Partial<Body>;
}

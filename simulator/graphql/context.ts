import type { GraphQLResolveInfo } from "graphql";
import type { SimEvent } from "../events.ts";
import type { Actor } from "../platform/actor.ts";
import type { SimState } from "../state.ts";

/** What `rateLimit { … }` answers. */
export interface RateLimitReport {
  cost: number;
  limit: number;
  nodeCount: number;
  remaining: number;
  resetAt: string;
  used: number;
}

/** Everything a resolver may know besides its source and arguments. */
export interface Context {
  readonly state: SimState;
  readonly actor: Actor;
  /** `https://github.com`, or what stands for it. */
  readonly webUrl: string;
  /** A write happened: the webhooks follow. */
  emit(event: SimEvent): void;
  readonly rateLimit: RateLimitReport;
  /** How many more nodes this query may be answered with. */
  readonly room: { nodes: number };
  /** `Type.field` that is FORBIDDEN this time; with `.*` each item of a list. */
  readonly hidden: ReadonlySet<string>;
}

/** Reads one field of a source. The schema has checked the arguments, so each resolver declares the type of its own. */
type Resolver<Source> = (source: Source, args: never, context: Context, info: GraphQLResolveInfo) => unknown;

/** The fields of one type. */
export type Resolvers<Source> = Readonly<Record<string, Resolver<Source>>>;

import {
  type DocumentNode,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  getOperationAST,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  validate,
} from "graphql";
import type { SimEvent } from "../events.ts";
import type { Actor } from "../platform/actor.ts";
import type { SimState } from "../state.ts";
import { inaccessible, requireField } from "./access.ts";
import type { Context, RateLimitReport } from "./context.ts";
import { type Cost, costOf } from "./cost.ts";
import { inWordsOfGitHub, unknownFields } from "./enterprise.ts";
import { refusal, rendered } from "./refusal.ts";
import { githubSchema } from "./schema.ts";
import { types } from "./types/index.ts";

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | null;
}

export interface GraphqlOutcome {
  readonly body: { data?: unknown; errors?: unknown[] };
  /** Name of the operation; null for an anonymous or unreadable one. */
  readonly operation: string | null;
  readonly points: number;
  readonly write: boolean;
  /** Gaps of the simulator and invalid documents, for the test that must fail on them. */
  readonly unexpected: readonly string[];
}

export interface GraphqlSetting {
  readonly state: SimState;
  readonly actor: Actor;
  readonly webUrl: string;
  /** A write happened: the webhooks follow. */
  emit(event: SimEvent): void;
  /** Nodes that one query may be answered with; `Infinity` for any number. */
  readonly queryNodes: number;
  readonly hidden: Context["hidden"];
  /** Deducts the points from the actor's hourly limit; null if there are not enough left. */
  charge(points: number, nodes: number): RateLimitReport | null;
}

interface Prepared {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

/** Documents repeat, so each text is parsed and validated once. */
const prepared = new Map<string, Prepared>();

function prepare(text: string): Prepared {
  const known = prepared.get(text);
  if (known !== undefined) return known;
  const document = parse(text); // throws a GraphQLError for bad syntax
  const made = { document, errors: validate(githubSchema(), document).map(inWordsOfGitHub) };
  if (prepared.size >= 200) prepared.clear();
  prepared.set(text, made);
  return made;
}

/** Resolves a field, except for what a fault hides of it. */
const fieldResolver: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const field = `${info.parentType.name}.${info.fieldName}`;
  if (context.hidden.has(field)) throw inaccessible();
  const answer = readField(source, args, context, info);
  return context.hidden.has(`${field}.*`) && Array.isArray(answer) ? answer.map(() => inaccessible()) : answer;
};

/** Reads a field that the simulator models; any other field is an error, never a guess. */
const readField: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const type = info.parentType.name;
  requireField(context.actor, `${type}.${info.fieldName}`);
  const resolver = types[type]?.[info.fieldName];
  if (resolver !== undefined) return withinLimits(resolver(source as never, args as never, context, info), context);
  if (
    typeof source === "object" &&
    source !== null &&
    types[type] === undefined &&
    Object.hasOwn(source, info.fieldName)
  ) {
    return (source as Record<string, unknown>)[info.fieldName];
  }
  throw refusal("NOT_SIMULATED", `${type}.${info.fieldName} is not simulated: model it in simulator/graphql/types.`);
};

/**
 * A connection, while there is room for its nodes. GitHub stops an expensive query halfway and answers with what it has
 * (markscribe#103, github-stats-extended#373, raycast/extensions#29578); its measure is unknown, the simulator counts nodes.
 */
function withinLimits(answer: unknown, { room }: Context): unknown {
  if (typeof answer !== "object" || answer === null || !("pageInfo" in answer) || !("nodes" in answer)) return answer;
  room.nodes -= (answer.nodes as readonly unknown[]).length;
  if (room.nodes < 0) throw refusal("RESOURCE_LIMITS_EXCEEDED", "Resource limits for this query exceeded.");
  return answer;
}

/** Carries out one GraphQL request as GitHub would: HTTP 200 always, what went wrong in `errors`. */
export function graphql(request: GraphqlRequest, setting: GraphqlSetting): GraphqlOutcome {
  const outcome = { operation: request.operationName, points: 1, write: false, unexpected: [] as string[] };
  const refuse = (errors: readonly GraphQLError[], isGap: boolean): GraphqlOutcome => {
    if (isGap)
      outcome.unexpected.push(...errors.map((error) => `GraphQL ${outcome.operation ?? ""}: ${error.message}`));
    return { ...outcome, body: { errors: errors.map(rendered) } };
  };

  let ready: Prepared;
  try {
    ready = prepare(request.query);
  } catch (error) {
    return refuse([error as GraphQLError], true); // parse throws nothing else
  }
  if (ready.errors.length > 0) return refuse(ready.errors, true);
  const missing = unknownFields(githubSchema(), ready.document, setting.state.ghes);
  if (missing.length > 0) return refuse(missing, false);
  const operation = getOperationAST(ready.document, request.operationName);
  if (!operation) return refuse([refusal("ARGUMENT_ERROR", "An operation name is required.")], true);
  outcome.operation = operation.name?.value ?? null;
  outcome.write = operation.operation === OperationTypeNode.MUTATION;

  const cost = priced(ready.document, operation, request.variables);
  if (cost.errors.length > 0) return refuse(cost.errors, true);
  outcome.points = cost.points;
  const rateLimit = setting.charge(cost.points, cost.nodes);
  if (rateLimit === null) {
    return refuse([refusal("RATE_LIMITED", "API rate limit exceeded for installation.")], false);
  }

  const { state, actor, webUrl, emit, hidden } = setting;
  const room = { nodes: setting.queryNodes };
  const context: Context = { state, actor, webUrl, emit, rateLimit, room, hidden };
  const result = execute({
    schema: githubSchema(),
    document: ready.document,
    operationName: request.operationName,
    variableValues: request.variables,
    contextValue: context,
    fieldResolver,
  });
  if (result instanceof Promise) throw new Error("a resolver of the simulated GitHub is asynchronous");
  for (const error of result.errors ?? []) {
    const isGap = error.extensions.type === "NOT_SIMULATED" || error.extensions.type === undefined;
    if (isGap) outcome.unexpected.push(`GraphQL ${outcome.operation ?? ""} ${error.path?.join(".")}: ${error.message}`);
  }
  const errors = result.errors?.map(rendered);
  return { ...outcome, body: errors === undefined ? { data: result.data } : { data: result.data ?? null, errors } };
}

function priced(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Cost {
  const { coerced, errors } = getVariableValues(githubSchema(), operation.variableDefinitions ?? [], given);
  if (errors !== undefined) return { requests: 0, nodes: 0, points: 1, errors: [...errors] };
  return costOf(githubSchema(), document, operation, coerced);
}

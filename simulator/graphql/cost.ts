import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLError,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { refusal } from "./refusal.ts";

/** What a query asks for at most. */
export interface Cost {
  /** Connection fetches, each multiplied by the `first` of the connections around it. */
  requests: number;
  nodes: number;
  /** `max(1, round(requests / 100))`: docs.github.com, "Rate limits and query limits for the GraphQL API". */
  points: number;
  errors: GraphQLError[];
}

const NODE_LIMIT = 500_000;
const PAGE_LIMIT = 100;

/** Cost of an operation, and what breaks GitHub's limits on it; `variables` are coerced already. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): Cost {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const cost: Cost = { requests: 0, nodes: 0, points: 1, errors: [] };

  const walk = (set: SelectionSetNode, type: GraphQLCompositeType, times: number): void => {
    for (const selection of set.selections) {
      const skip = getDirectiveValues(GraphQLSkipDirective, selection, variables);
      const include = getDirectiveValues(GraphQLIncludeDirective, selection, variables);
      if (skip?.if === true || include?.if === false) continue;
      if (selection.kind === Kind.FIELD) {
        field(selection, type, times);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (fragment === undefined) continue;
      const inner = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      if (isCompositeType(inner)) walk(fragment.selectionSet, inner, times);
    }
  };

  const field = (node: FieldNode, type: GraphQLCompositeType, times: number): void => {
    if (!isObjectType(type) && !isInterfaceType(type)) return;
    const definition = type.getFields()[node.name.value];
    if (definition === undefined || node.selectionSet === undefined) return;
    const inner = getNamedType(definition.type);
    if (!isCompositeType(inner)) return;
    const args = getArgumentValues(definition, node, variables);
    let multiplied = times;
    if (inner.name.endsWith("Connection")) {
      const size = pageSize(node, args, cost.errors, countsOnly(node.selectionSet, fragments));
      cost.requests += times;
      cost.nodes += times * size;
      multiplied = times * Math.max(1, size);
    } else if (Array.isArray(args.ids)) {
      cost.nodes += args.ids.length;
      multiplied = times * Math.max(1, args.ids.length);
    }
    walk(node.selectionSet, inner, multiplied);
  };

  const root = schema.getRootType(operation.operation);
  if (root) walk(operation.selectionSet, root, 1);
  cost.points = Math.max(1, Math.round(cost.requests / 100));
  if (cost.nodes > NODE_LIMIT) {
    const asked = cost.nodes.toLocaleString("en");
    cost.errors.push(
      refusal(
        "MAX_NODE_LIMIT_EXCEEDED",
        `This query requests up to ${asked} possible nodes which exceeds the maximum limit of 500,000.`,
      ),
    );
  }
  return cost;
}

function pageSize(node: FieldNode, args: Record<string, unknown>, errors: GraphQLError[], onlyCount: boolean): number {
  const name = node.name.value;
  const given = [args.first, args.last].filter((value): value is number => typeof value === "number");
  const [size] = given;
  if (size === undefined) {
    // GitHub lets a bare `totalCount` pass.
    if (!onlyCount) {
      const message = `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`;
      errors.push(refusal("MISSING_PAGINATION_BOUNDARIES", message));
    }
    return 0;
  }
  if (given.length > 1) {
    const message = `Passing both \`first\` and \`last\` to paginate the \`${name}\` connection is not supported.`;
    errors.push(refusal("ARGUMENT_ERROR", message));
  }
  const argument = typeof args.first === "number" ? "first" : "last";
  if (size > PAGE_LIMIT) {
    const message = `Requesting ${size} records on the \`${name}\` connection exceeds the \`${argument}\` limit of ${PAGE_LIMIT} records.`;
    errors.push(refusal("EXCESSIVE_PAGINATION", message));
  }
  if (size < 1) {
    const message = `\`${argument}\` on the \`${name}\` connection cannot be less than one.`;
    errors.push(refusal("ARGUMENT_ERROR", message));
  }
  return Math.max(0, size);
}

function countsOnly(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): boolean {
  return set.selections.every((selection) => {
    if (selection.kind === Kind.FIELD) return ["totalCount", "__typename"].includes(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return countsOnly(selection.selectionSet, fragments);
    const fragment = fragments.get(selection.name.value);
    return fragment !== undefined && countsOnly(fragment.selectionSet, fragments);
  });
}

import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * Directives that tell Detoil's client (src/github/half-answer.ts, page-size.ts) how to interpret an answer:
 * - `field @orNull`: a NOT_FOUND error at this field means null.
 * - `field @orUnknown`: the document can do without it; an error at it or below leaves it unknown. On a list: each item.
 * - `$size: Int = 100 @page`: a page size, which the client halves if the query is too expensive.
 */
type Directive = "orNull" | "orUnknown" | "page";

const OURS = / @(?:orNull|orUnknown|page)\b/g;

/** The document as it is sent to GitHub. */
export function withoutDirectives(text: string): string {
  return text.replace(OURS, "");
}

interface Annotated {
  readonly directives?: readonly { readonly name: { readonly value: string } }[] | undefined;
}

export function hasDirective({ directives }: Annotated, wanted: Directive): boolean {
  return (directives ?? []).some(({ name }) => name.value === wanted);
}

/** Sizes of pages by their variables' names, each with the most that is asked for. */
export function pagesOf(operation: OperationDefinitionNode): Record<string, number> {
  const pages = (operation.variableDefinitions ?? []).filter((definition) => hasDirective(definition, "page"));
  return Object.fromEntries(
    pages.map(({ variable, defaultValue }): [string, number] => {
      const name = variable.name.value;
      if (defaultValue?.kind !== Kind.INT) throw new Error(`$${name} @page needs a number: $${name}: Int = 100 @page`);
      return [name, Number(defaultValue.value)];
    }),
  );
}

/** The positions of the directive: paths of response keys with `*` for a list's index, as in GraphQL's errors. */
export function pathsOf(
  directive: Directive,
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string[] {
  const paths = new Set<string>();

  const walk = (set: SelectionSetNode, type: GraphQLCompositeType, before: readonly string[]): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        walkField(selection, type, before);
        continue;
      }
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      if (fragment === undefined) continue;
      const on = fragment.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
      if (isCompositeType(on)) walk(fragment.selectionSet, on, before);
    }
  };

  const walkField = (field: FieldNode, type: GraphQLCompositeType, before: readonly string[]): void => {
    const definition = isObjectType(type) || isInterfaceType(type) ? type.getFields()[field.name.value] : undefined;
    if (definition === undefined) return;
    const path = [...before, field.alias?.value ?? field.name.value, ...indexesOf(definition.type)];
    if (hasDirective(field, directive)) {
      if (isNeverNull(definition.type))
        throw new Error(`@${directive}: ${path.join(".")} cannot be null: put it further up`);
      paths.add(path.join("."));
    }
    const inner = getNamedType(definition.type);
    if (field.selectionSet !== undefined && isCompositeType(inner)) walk(field.selectionSet, inner, path);
  };

  const root = schema.getRootType(operation.operation);
  if (root) walk(operation.selectionSet, root, []);
  return [...paths];
}

function indexesOf(type: GraphQLOutputType): string[] {
  if (isNonNullType(type)) return indexesOf(type.ofType);
  return isListType(type) ? ["*", ...indexesOf(type.ofType)] : [];
}

/** An error at a non-null field also makes the surrounding field null. */
function isNeverNull(type: GraphQLOutputType): boolean {
  const nullable = isNonNullType(type) ? type.ofType : type;
  return isListType(nullable) ? isNeverNull(nullable.ofType) : isNonNullType(type);
}

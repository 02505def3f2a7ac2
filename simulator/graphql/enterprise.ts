import { type DocumentNode, GraphQLError, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { hasField } from "../enterprise.ts";

/** Errors for the fields that this release of GHES does not have, in the words of GitHub's validation. */
export function unknownFields(schema: GraphQLSchema, document: DocumentNode, ghes: string | null): GraphQLError[] {
  if (ghes === null) return [];
  const errors: GraphQLError[] = [];
  const info = new TypeInfo(schema);
  const Field = (node: { readonly name: { readonly value: string } }) => {
    const typeName = info.getParentType()?.name ?? "";
    const fieldName = node.name.value;
    if (hasField(ghes, `${typeName}.${fieldName}`)) return;
    errors.push(undefinedField(typeName, fieldName));
  };
  visit(document, visitWithTypeInfo(info, { Field }));
  return errors;
}

/** graphql-js calls an unknown field by other words than GitHub's validation. */
export function inWordsOfGitHub(error: GraphQLError): GraphQLError {
  const [, fieldName, typeName] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message) ?? [];
  return fieldName === undefined || typeName === undefined ? error : undefinedField(typeName, fieldName, error);
}

function undefinedField(
  typeName: string,
  fieldName: string,
  { nodes }: Pick<GraphQLError, "nodes"> = { nodes: undefined },
) {
  const extensions = { code: "undefinedField", typeName, fieldName };
  return new GraphQLError(`Field '${fieldName}' doesn't exist on type '${typeName}'`, {
    nodes: nodes ?? null,
    extensions,
  });
}

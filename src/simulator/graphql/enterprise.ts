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
    const extensions = { code: "undefinedField", typeName, fieldName };
    errors.push(new GraphQLError(`Field '${fieldName}' doesn't exist on type '${typeName}'`, { extensions }));
  };
  visit(document, visitWithTypeInfo(info, { Field }));
  return errors;
}

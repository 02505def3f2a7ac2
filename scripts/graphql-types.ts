/**
 * Generates `NAME.generated.ts` beside every `NAME.graphql` (graphql-document.ts lists them): the document's text with the
 * types of its variables and answer, from GitHub's public schema. `--check` writes nothing and fails if a file has drifted.
 *
 * Three directives are for Detoil's client and are never sent (graphql-directives.ts): `field @orNull`, `field @orUnknown` and
 * `$size: Int = 100 @page`.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { schema as sdl } from "@octokit/graphql-schema";
import {
  buildSchema,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLType,
  getNamedType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  typeFromAST,
  validate,
} from "graphql";
import { hasDirective, pagesOf, pathsOf, withoutDirectives } from "./graphql-directives.ts";
import { documentFiles, readDocument } from "./graphql-document.ts";

// The published SDL defines two fields twice (octokit/graphql-schema 15.26.1), which a strict build refuses.
const schema = buildSchema(sdl.idl, { assumeValidSDL: true });
const NUMBERS = new Set(["Int", "Float"]);

function scalar(name: string): string {
  if (NUMBERS.has(name)) return "number";
  return name === "Boolean" ? "boolean" : "string";
}

function inputType(type: GraphQLType): string {
  if (isNonNullType(type)) return inputType(type.ofType).replace(/ \| null$/, "");
  if (isListType(type)) return `readonly (${inputType(type.ofType)})[] | null`;
  const named = getNamedType(type);
  if (isEnumType(named))
    return `${named
      .getValues()
      .map((v) => JSON.stringify(v.name))
      .join(" | ")} | null`;
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields()).map(
      (f) => `${f.name}${isNonNullType(f.type) ? "" : "?"}: ${inputType(f.type)}`,
    );
    return `{ ${fields.join("; ")} } | null`;
  }
  return `${scalar(named?.name ?? "String")} | null`;
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

function isConditional(field: FieldNode): boolean {
  return (field.directives ?? []).some((d) => d.name.value === "include" || d.name.value === "skip");
}

/** The fields that a selection takes from one concrete (or abstract) type, inline and named fragments included. */
function fieldsFor(typeName: string, set: SelectionSetNode, fragments: Fragments): FieldNode[] {
  const type = schema.getType(typeName);
  return set.selections.flatMap((selection): FieldNode[] => {
    if (selection.kind === Kind.FIELD) return [selection];
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    if (fragment === undefined) return [];
    const on = schema.getType(fragment.typeCondition?.name.value ?? typeName);
    const applies = on === type || (isAbstractType(on) && isObjectType(type) && schema.isSubType(on, type));
    return applies ? fieldsFor(typeName, fragment.selectionSet, fragments) : [];
  });
}

function objectType(typeName: string, set: SelectionSetNode, fragments: Fragments, indent: string): string {
  const type = schema.getType(typeName);
  const known = isObjectType(type) || (isAbstractType(type) && "getFields" in type) ? type.getFields() : {};
  const lines = fieldsFor(typeName, set, fragments).map((field) => {
    const key = field.alias?.value ?? field.name.value;
    const optional = isConditional(field) ? "?" : "";
    if (field.name.value === "__typename")
      return `${indent}  readonly ${key}: ${isObjectType(type) ? JSON.stringify(typeName) : "string"};`;
    const definition = known[field.name.value];
    if (definition === undefined) throw new Error(`${typeName} has no field ${field.name.value}`);
    return `${indent}  readonly ${key}${optional}: ${outputType(definition.type, field, fragments, `${indent}  `)};`;
  });
  return `{\n${[...new Set(lines)].join("\n")}\n${indent}}`;
}

/** The type that an error at the field adds, besides null. */
function orElse(field: FieldNode): string {
  return hasDirective(field, "orUnknown") ? " | Unknown | null" : " | null";
}

function outputType(type: GraphQLOutputType, field: FieldNode, fragments: Fragments, indent: string): string {
  if (isNonNullType(type)) return outputType(type.ofType, field, fragments, indent).replace(/ \| null$/, "");
  if (isListType(type)) return `readonly (${outputType(type.ofType, field, fragments, indent)})[] | null`;
  if (isEnumType(type))
    return `${type
      .getValues()
      .map((v) => JSON.stringify(v.name))
      .join(" | ")}${orElse(field)}`;
  const set = field.selectionSet;
  if (set === undefined) return `${scalar(getNamedType(type).name)}${orElse(field)}`;
  const name = getNamedType(type).name;
  const branches = set.selections.some((s) => s.kind !== Kind.FIELD);
  if (!isAbstractType(type) || !branches) return `${objectType(name, set, fragments, indent)}${orElse(field)}`;
  const shapes = schema.getPossibleTypes(type).map((t) => objectType(t.name, set, fragments, indent));
  return `${[...new Set(shapes)].join(" | ")}${orElse(field)}`;
}

function variables(operation: OperationDefinitionNode): string {
  const asked = (operation.variableDefinitions ?? []).filter((definition) => !hasDirective(definition, "page"));
  const lines = asked.map((definition) => {
    const type = typeFromAST(schema, definition.type as Parameters<typeof typeFromAST>[1]) as GraphQLType;
    const optional = !isNonNullType(type) || definition.defaultValue !== undefined;
    return `  readonly ${definition.variable.name.value}${optional ? "?" : ""}: ${inputType(type)};`;
  });
  return lines.length === 0 ? "Record<string, never>" : `{\n${lines.join("\n")}\n}`;
}

/** Every query requests its cost: the client counts the points (preview --json, the benchmarks). A query may ask for more. */
function withCost(text: string): string {
  return text.startsWith("query") && !text.includes("\n  rateLimit {")
    ? text.replace(/\n}(?=\s*(fragment|$))/, "\n  rateLimit {\n    cost\n  }\n}")
    : text;
}

function generate(file: string): string {
  const annotated = withCost(readDocument(file));
  const text = withoutDirectives(annotated);
  const document: DocumentNode = parse(annotated);
  const errors = validate(schema, parse(text));
  if (errors.length > 0) throw new Error(`${file}: ${errors.map((e) => e.message).join("; ")}`);
  const operations = document.definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION);
  const operation = operations[0];
  if (operation?.name === undefined || operations.length !== 1)
    throw new Error(`${file}: one named operation per file`);
  const fragments: Fragments = new Map(
    document.definitions.filter((d) => d.kind === Kind.FRAGMENT_DEFINITION).map((d) => [d.name.value, d]),
  );
  const name = operation.name.value;
  const root = operation.operation === "mutation" ? "Mutation" : "Query";
  const missing = pathsOf("orNull", schema, operation, fragments);
  const unknown = pathsOf("orUnknown", schema, operation, fragments);
  const pages = pagesOf(operation);
  const extras = [
    ...(missing.length === 0 ? [] : [`  missing: ${JSON.stringify(missing)},\n`]),
    ...(unknown.length === 0 ? [] : [`  unknown: ${JSON.stringify(unknown)},\n`]),
    ...(Object.keys(pages).length === 0 ? [] : [`  pages: ${JSON.stringify(pages)},\n`]),
  ];
  const imports = unknown.length === 0 ? "Document" : "Document, Unknown";
  const importPath = `${"../".repeat(file.split("/").length - 2)}github/client.ts`;
  const constant = name.charAt(0).toLowerCase() + name.slice(1);
  return `// Made from ${file.split("/").at(-1)} by \`npm run generate\`. Do not edit.
import type { ${imports} } from "${importPath}";

export type ${name}Variables = ${variables(operation)};

export type ${name}Result = ${objectType(root, operation.selectionSet, fragments, "")};

export const ${constant}: Document<${name}Variables, ${name}Result> = {
  name: ${JSON.stringify(name)},
  text: ${JSON.stringify(text)},
${extras.join("")}};
`;
}

const check = process.argv.includes("--check");
let drifted = 0;
for (const file of documentFiles()) {
  const target = file.replace(/\.graphql$/, ".generated.ts");
  const wanted = generate(file);
  let current = "";
  try {
    current = readFileSync(target, "utf8");
  } catch {
    // not generated yet
  }
  if (current === wanted) continue;
  if (check) {
    console.error(`${target} does not follow from ${file}: run \`npm run generate\``);
    drifted += 1;
  } else {
    writeFileSync(target, wanted);
    console.error(`made ${target}`);
  }
}
process.exitCode = drifted === 0 ? 0 : 1;

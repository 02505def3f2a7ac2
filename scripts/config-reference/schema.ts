import { jsonSchema, type SchemaNode } from "../../src/config/schema-at.ts";
import { nullableSections } from "../../src/config/sections/every.ts";

const ID = "https://raw.githubusercontent.com/detoil/detoil/main/config-schema/sre.schema.json";

/** The JSON Schema that editors read: a section may also be null, which switches an inherited one off. */
export function editorSchema(): object {
  const { properties = {}, ...rest } = jsonSchema();
  const sections = Object.entries(properties).map(([key, node]): [string, SchemaNode] => [
    key,
    nullableSections.some((name) => name === key) ? nullable(node) : node,
  ]);
  return { $id: ID, ...rest, title: "sre.yml", properties: Object.fromEntries(sections) };
}

function nullable(node: SchemaNode): SchemaNode {
  const { description, default: byDefault, ...rest } = node;
  return {
    ...(description === undefined ? {} : { description }),
    ...(byDefault === undefined ? {} : { default: byDefault }),
    anyOf: [rest, { type: "null" }],
  };
}

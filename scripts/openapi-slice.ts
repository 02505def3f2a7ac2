/**
 * Extracts the operations that the simulated GitHub serves from GitHub's own OpenAPI description, so that every request and
 * response can be checked against it. Run after adding an operation to simulator/rest/permissions.ts:
 *
 *   npm install --no-save @octokit/openapi@23.0.2
 *   node scripts/openapi-slice.ts [path of api.github.com.json]
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { PERMISSIONS } from "../simulator/rest/permissions.ts";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Node = { [key: string]: Json };

const USUAL_PLACE = "node_modules/@octokit/openapi/generated/api.github.com.json";
const source = process.argv[2] ?? USUAL_PLACE;
if (!existsSync(source)) {
  process.stderr.write(`${source} is not there. Run: npm install --no-save @octokit/openapi@23.0.2\n`);
  process.exit(1);
}
const description = JSON.parse(readFileSync(source, "utf8")) as { paths: Node; components: Node };
const schemas: Record<string, Json> = {};

/** Drops descriptions, examples and OpenAPI keywords; `nullable` becomes JSON Schema's null; referenced schemas are included. */
function lean(value: Json): Json {
  if (Array.isArray(value)) return value.map(lean);
  if (typeof value !== "object" || value === null) return value;
  if (typeof value.$ref === "string") return refer(value.$ref);
  const dropped = new Set([
    "description",
    "example",
    "examples",
    "title",
    "deprecated",
    "externalDocs",
    "xml",
    "discriminator",
    "nullable",
    "readOnly",
    "default",
  ]);
  const kept: Node = {};
  for (const [key, inner] of Object.entries(value)) {
    if (dropped.has(key) || key.startsWith("x-")) continue;
    if (key === "properties")
      kept[key] = Object.fromEntries(Object.entries(inner as Node).map(([name, one]) => [name, lean(one)]));
    else kept[key === "oneOf" ? "anyOf" : key] = lean(inner); // GitHub's alternatives overlap
  }
  return value.nullable === true ? orNull(kept) : kept;
}

function orNull(schema: Node): Node {
  if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum.push(null);
  if (typeof schema.type === "string") return { ...schema, type: [schema.type, "null"] };
  return { anyOf: [{ type: "null" }, schema] };
}

function refer(ref: string): Json {
  const [, , group, name] = ref.split("/");
  if (group !== "schemas") return lean(lookUp(ref));
  const key = name ?? "";
  if (!(key in schemas)) {
    schemas[key] = {}; // a schema may refer to itself
    schemas[key] = lean(lookUp(ref));
  }
  return { $ref: `#/schemas/${key}` };
}

function lookUp(ref: string): Json {
  let at: Json = description as unknown as Node;
  for (const step of ref.slice(2).split("/")) at = (at as Node)[step] ?? null;
  if (at === null) throw new Error(`${ref} is nowhere in the description`);
  return at;
}

function resolved(value: Json): Node {
  const node = value as Node;
  return typeof node.$ref === "string" ? (lookUp(node.$ref) as Node) : node;
}

/** A request schema: GitHub's description allows unknown keys, a strict simulator must not. */
function closed(schema: Json): Json {
  if (typeof schema !== "object" || schema === null || Array.isArray(schema)) return schema;
  if (schema.properties !== undefined) {
    const properties = Object.fromEntries(
      Object.entries(schema.properties as Node).map(([name, one]) => [name, closed(one)]),
    );
    return { ...schema, properties, additionalProperties: false };
  }
  const items = schema.items === undefined ? {} : { items: closed(schema.items) };
  const either = ["oneOf", "anyOf"].flatMap((key) =>
    Array.isArray(schema[key]) ? [[key, schema[key].map(closed)] as const] : [],
  );
  return { ...schema, ...items, ...Object.fromEntries(either) };
}

function jsonSchema(content: Json | undefined): Json | null {
  const json = (content as Node | undefined)?.["application/json"] as Node | undefined;
  return json?.schema === undefined ? null : lean(json.schema);
}

function operation(key: string): Node {
  const [method = "", path = ""] = key.split(" ");
  const item = description.paths[path] as Node | undefined;
  const found = item?.[method.toLowerCase()] as Node | undefined;
  if (found === undefined) throw new Error(`GitHub has no ${key}`);
  const parameters = [...((item?.parameters as Json[]) ?? []), ...((found.parameters as Json[]) ?? [])].map(resolved);
  const of = (place: string) =>
    parameters.filter((one) => one.in === place).map((one) => [String(one.name), lean(one.schema ?? {})]);
  const required = parameters
    .filter((one) => one.in === "query" && one.required === true)
    .map((one) => String(one.name));
  const body = found.requestBody === undefined ? null : resolved(found.requestBody);
  const responses = Object.entries(found.responses as Node).map(([status, one]) => [
    status,
    jsonSchema(resolved(one).content),
  ]);
  return {
    operationId: found.operationId ?? key,
    path: Object.fromEntries(of("path")),
    query: Object.fromEntries(of("query")),
    required,
    body: body === null ? null : closed(jsonSchema(body.content)),
    bodyRequired: body?.required === true,
    responses: Object.fromEntries(responses),
  };
}

/** Where GitHub itself sends null and its description says it never does: a fork that is gone, a label without a description, an empty body in a search. */
function amend(name: string): void {
  const pull = schemas[name] as { properties: Record<string, Node> };
  const head = pull.properties.head as { properties: Node };
  head.properties.repo = { anyOf: [{ type: "null" }, head.properties.repo as Node] };
  const labels = pull.properties.labels as { items: { properties: Node } };
  if (labels.items.properties !== undefined) labels.items.properties.description = { type: ["string", "null"] };
}

const operations = Object.fromEntries(Object.keys(PERMISSIONS).map((key) => [key, operation(key)]));
amend("pull-request");
amend("pull-request-simple");
// There the account would have to be a user and an enterprise at once.
(operations["GET /app/installations"] as { responses: Node }).responses["200"] = {
  type: "array",
  items: { $ref: "#/schemas/installation" },
};
(schemas["issue-search-result-item"] as { properties: Node }).properties.body = { type: ["string", "null"] };
// A bare list of names is also accepted for labels: octokit.rb sends it, and so does git-pr-release.
for (const method of ["POST", "PUT"]) {
  const { body } = operations[`${method} /repos/{owner}/{repo}/issues/{issue_number}/labels`] as {
    body: { anyOf: Json[] };
  };
  body.anyOf.push({ type: "array", items: { type: "string" } });
}
// A range in GitHub's search syntax, as the parameter's own text says.
const runs = "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs";
(operations[runs] as { query: Node }).query.created = { type: "string" };
// The run of a fork that is gone.
const run = schemas["workflow-run"] as { properties: Node };
run.properties.head_repository = { anyOf: [{ type: "null" }, run.properties.head_repository as Node] };
const sorted = Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
const line = (entries: Record<string, Json>) =>
  Object.entries(entries)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
    .join(",\n");
const file = new URL("../simulator/rest/openapi-slice.json", import.meta.url);
const text = `{"operations":{\n${line(operations)}\n},\n"schemas":{\n${line(sorted)}\n}}\n`;
writeFileSync(file, text);
process.stdout.write(
  `${Object.keys(operations).length} operations, ${Object.keys(sorted).length} schemas, ${text.length} characters\n`,
);

import { Ajv, type ValidateFunction } from "ajv";
import { type Operation, SCHEMAS } from "./operations.ts";

// Shared code that is not polished: a process compiles hundreds of these schemas and asks each a few times.
const quick = { inlineRefs: false, code: { optimize: false } };
const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: true, ...quick });
ajv.addFormat("date-time", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
ajv.addFormat("date", /^\d{4}-\d\d-\d\d$/);
ajv.addFormat("uri", { validate: (text: string) => URL.canParse(text) });
ajv.addFormat("repo.nwo", /^[^/]+(\/[^/]+)?$/);
for (const name of ["int64", "email", "timestamp", "ipv4", "byte"]) ajv.addFormat(name, true);
ajv.addSchema({ $id: "github", schemas: SCHEMAS });

const compiled = new Map<object, ValidateFunction>();

/** Compiles schemas on first use, so that only the needed ones are compiled. */
function validator(schema: object): ValidateFunction {
  let found = compiled.get(schema);
  if (found === undefined) {
    found = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/schemas/', '"github#/schemas/')));
    compiled.set(schema, found);
  }
  return found;
}

/** What is wrong with a value by GitHub's description, in one line; null when it fits. */
function problem(schema: object, value: unknown): string | null {
  const validate = validator(schema);
  if (validate(value)) return null;
  const error = validate.errors?.[0];
  const extra = error?.params.additionalProperty;
  return `${error?.instancePath ?? ""} ${error?.message ?? "does not fit"}${extra === undefined ? "" : ` (${String(extra)})`}`.trim();
}

/** Checks a request's query; GitHub ignores unknown parameters, a strict simulator names them. */
export function queryProblem(operation: Operation, query: URLSearchParams): string | null {
  for (const name of operation.required) if (!query.has(name)) return `?${name} is missing`;
  for (const [name, text] of query) {
    const schema = operation.query[name];
    if (schema === undefined) return `?${name} is unknown`;
    const wrong = problem(schema, text);
    const asNumber = text !== "" && !Number.isNaN(Number(text)) ? problem(schema, Number(text)) : wrong;
    const asBoolean = text === "true" || text === "false" ? problem(schema, text === "true") : wrong;
    if (wrong !== null && asNumber !== null && asBoolean !== null) return `?${name} ${wrong}`;
  }
  return null;
}

/** Checks a request's body; unknown keys are refused. */
export function bodyProblem(operation: Operation, body: unknown): string | null {
  if (body === undefined) return operation.bodyRequired ? "a body is missing" : null;
  if (operation.body === null) return null;
  return problem(operation.body, body);
}

/** Checks an answer that a handler gave. */
export function answerProblem(operation: Operation, status: number, body: unknown): string | null {
  const schema = operation.responses[String(status)];
  if (schema === undefined) return status < 300 ? `status ${status} is unknown` : null;
  if (schema === null || typeof body === "string") return null;
  return problem(schema, body);
}

import { type Document, UNKNOWN } from "./client.ts";
import { meaningOf } from "./error-meaning.ts";
import { failureOf, type GraphqlError, type GraphqlFailure } from "./failure.ts";

type Tolerances = Pick<Document<unknown, unknown>, "name" | "missing" | "unknown">;
type Path = readonly (string | number)[];

/**
 * The answer despite errors, if the document can do without every field that has one; null: it cannot. A field allowed by
 * `missing` is null, a field allowed by `unknown` becomes `UNKNOWN`.
 */
export function halfAnswer(document: Tolerances, failure: GraphqlFailure): object | null {
  const { data, errors } = failure;
  if (typeof data !== "object" || data === null || errors.length === 0) return null;
  const { is } = meaningOf(failureOf(document.name, failure));
  if (is === "limited" || is === "too costly") return null;
  const unknown: Path[] = [];
  for (const error of errors) {
    if (isMissing(document, error, data)) continue;
    const place = unknownPlace(document, error);
    if (place === null || !isContainer(valueAt(data, place.slice(0, -1)))) return null;
    unknown.push(place);
  }
  for (const place of unknown) {
    const holder = valueAt(data, place.slice(0, -1));
    const key = place.at(-1);
    if (isContainer(holder) && key !== undefined) holder[key] = UNKNOWN;
  }
  return data;
}

function isMissing({ missing = [] }: Tolerances, { type, path = [] }: GraphqlError, data: object): boolean {
  if (type !== "NOT_FOUND" || valueAt(data, path) !== null) return false;
  return missing.some((pattern) => pattern.split(".").length === path.length && isWithin(path, pattern));
}

/** The field or list item that an error leaves unknown: GitHub's path may lead further in. */
function unknownPlace({ unknown = [] }: Tolerances, { path = [] }: GraphqlError): Path | null {
  const pattern = unknown.find((one) => isWithin(path, one));
  return pattern === undefined ? null : path.slice(0, pattern.split(".").length);
}

function isWithin(path: Path, pattern: string): boolean {
  const steps = pattern.split(".");
  return steps.length <= path.length && steps.every((step, at) => step === "*" || step === path[at]);
}

function isContainer(value: unknown): value is Record<string | number, unknown> {
  return typeof value === "object" && value !== null;
}

function valueAt(data: object, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isContainer(value) ? value[key] : undefined), data);
}

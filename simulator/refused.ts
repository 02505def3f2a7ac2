/** One entry of the `errors` list in GitHub's answer to a request that it understood and refused. */
export interface RefusedDetail {
  readonly resource: string;
  readonly field?: string;
  readonly code: string;
  readonly message?: string;
  readonly value?: unknown;
}

/** A refusal by GitHub: status and text as in its REST API (422 `Validation Failed`, 404 `Not Found`, …). */
export class Refused extends Error {
  readonly status: number;
  readonly errors: readonly (RefusedDetail | string)[] | null;
  constructor(status: number, message: string, errors: readonly (RefusedDetail | string)[] | null = null) {
    super(message);
    this.name = "Refused";
    this.status = status;
    this.errors = errors;
  }
}

/** 404, also for what the actor may not know about. */
export function notFound(): Refused {
  return new Refused(404, "Not Found");
}

/** 422 `Validation Failed` with one custom message, the commonest refusal. */
export function invalid(resource: string, message: string, field?: string): Refused {
  return new Refused(422, "Validation Failed", [
    field === undefined ? { resource, code: "custom", message } : { resource, field, code: "custom", message },
  ]);
}

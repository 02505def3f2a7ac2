/** SQLSTATE classes that are about the values of a statement, or the statement itself, and not about the database's state. */
const OF_CONTENT = /^(21|22|23|42|54)/;

/**
 * Whether this content can never be stored, whatever the state of the database: PostgreSQL refuses a value in it, or our
 * own code does not cope with it. Not: a lost connection, a full disk, a database that only reads.
 */
export function refusesContent(error: unknown): boolean {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (typeof code === "string") return /^[0-9A-Z]{5}$/.test(code) && OF_CONTENT.test(code);
  return [TypeError, RangeError, SyntaxError, ReferenceError].some((kind) => error instanceof kind);
}

import { GraphQLError } from "graphql";

/** The kinds of GitHub's GraphQL errors that the simulator gives, and one of its own. */
export type RefusalType =
  | "NOT_FOUND"
  | "FORBIDDEN"
  | "RATE_LIMITED"
  | "RESOURCE_LIMITS_EXCEEDED"
  | "MISSING_PAGINATION_BOUNDARIES"
  | "EXCESSIVE_PAGINATION"
  | "MAX_NODE_LIMIT_EXCEEDED"
  | "INVALID_CURSOR_ARGUMENTS"
  | "ARGUMENT_ERROR"
  | "UNPROCESSABLE"
  /** Valid at GitHub, but not modeled here: a gap to fill, never a wrong answer. */
  | "NOT_SIMULATED";

/** An error as GitHub's GraphQL API answers it: HTTP 200 and a `type` beside the message. */
export function refusal(type: RefusalType, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

/** GitHub puts `type` at the top of an error, not into `extensions`. */
export function rendered(error: GraphQLError): Record<string, unknown> {
  const { type, ...extensions } = error.extensions;
  return {
    ...(type === undefined ? {} : { type }),
    ...(error.path === undefined ? {} : { path: error.path }),
    ...(Object.keys(extensions).length === 0 ? {} : { extensions }),
    ...(error.locations === undefined ? {} : { locations: error.locations }),
    message: error.message,
  };
}

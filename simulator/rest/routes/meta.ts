import { type Handlers, ok } from "../context.ts";

/** Requests an hour: GitHub's least for an installation. The platform puts the real count into the headers. */
const HOURLY = 5000;

export const metaRoutes: Handlers = {
  "GET /meta": ({ context }) => {
    const { ghes } = context.state;
    const version = ghes === null ? {} : { installed_version: `${ghes}.0` };
    return ok({ verifiable_password_authentication: false, ...version });
  },

  "GET /rate_limit": ({ context }) => {
    const reset = Math.floor(Date.parse(context.state.now) / 1000) + 3600;
    const whole = (limit: number) => ({ limit, remaining: limit, reset, used: 0 });
    const core = whole(HOURLY);
    return ok({ resources: { core, search: whole(30), graphql: whole(HOURLY) }, rate: core });
  },
};

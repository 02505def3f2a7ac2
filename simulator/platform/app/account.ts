import { type Handlers, ok } from "../../rest/context.ts";
import { renderApp } from "../../rest/render/app.ts";
import type { Platform } from "../platform.ts";
import type { Resource } from "../rate-limit.ts";

/** The App's own page, and how much of its hour is used up. */
export function accountHandlers(platform: Platform): Handlers {
  return {
    "GET /app": ({ context }) =>
      ok({
        ...renderApp(context, platform.state.app.slug),
        installations_count: platform.state.installations.size,
      }),
    "GET /rate_limit": ({ context }) => {
      const window = (resource: Resource) => platform.limits.window(platform.state, context.actor, resource);
      const resources = { core: window("core"), search: window("search"), graphql: window("graphql") };
      return ok({ resources, rate: resources.core });
    },
  };
}

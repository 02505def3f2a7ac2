import { z } from "zod";
import { lagShape } from "../../lag.ts";
import { catchUp, setLag } from "../../replicas.ts";
import { parseWorld } from "../../world/parse.ts";
import { worldOf } from "../../world/serialize.ts";
import { WorldError } from "../../world/world-error.ts";
import { faultShape } from "../faults.ts";
import type { Platform } from "../platform.ts";
import { act, BadRequest } from "./do/index.ts";

const webhooksShape = z.strictObject({
  url: z.url().nullable().optional(),
  secret: z.string().min(1).nullable().optional(),
  deliver: z.enum(["live", "hold", "drop"]).optional(),
  /** How many times more each one is sent. */
  duplicate: z.number().int().min(0).max(100).optional(),
  shuffle: z.number().int().nullable().optional(),
});

const clockShape = z.strictObject({
  now: z.iso.datetime({ offset: true }).optional(),
  /** Seconds to move on by. */
  advance: z.number().positive().optional(),
  mode: z.enum(["still", "running"]).optional(),
});

const limitsShape = z.strictObject({
  core: z.number().int().min(0).optional(),
  graphql: z.number().int().min(0).optional(),
  search: z.number().int().min(0).optional(),
  query_nodes: z.number().int().min(0).optional(),
});

const lagOnly = z.strictObject({ lag: lagShape.nullable() });

type Handle = (platform: Platform, body: () => unknown, text: string) => unknown;

const clock: Handle = ({ state, clock }) => ({ now: state.now, mode: clock.mode });
const webhooks: Handle = ({ webhooks }) => ({
  ...webhooks.settings,
  secret: webhooks.settings.secret === null ? null : "********",
  held: webhooks.held,
});

/** The control API (contract §6): what scripts and tests do to the simulated GitHub besides being its users. */
const ROUTES: Readonly<Record<string, Handle>> = {
  "GET /_sim/app": ({ state, key }) => ({ id: state.app.id, slug: state.app.slug, private_key: key.privateKey }),
  "GET /_sim/world": ({ state }) => worldOf(state),
  "PUT /_sim/world": (platform, _body, text) => {
    platform.state = { ...parseWorld(text, "world"), lag: platform.state.lag };
    platform.webhooks.clear();
    return { repos: [...platform.state.repos.keys()] };
  },
  "GET /_sim/requests": ({ requests }) => requests,
  "DELETE /_sim/requests": ({ requests }) => {
    requests.length = 0;
    return undefined;
  },
  "GET /_sim/unexpected": ({ unexpected }) => unexpected,
  "POST /_sim/do": (platform, body) => act(platform, body()),
  "GET /_sim/webhooks": webhooks,
  "POST /_sim/webhooks": (platform, body, text) => {
    const given = checked(webhooksShape, body());
    const known = Object.entries(given).filter(([, value]) => value !== undefined);
    Object.assign(platform.webhooks.settings, Object.fromEntries(known));
    return webhooks(platform, body, text);
  },
  "POST /_sim/webhooks/release": ({ webhooks }) => ({ released: webhooks.release() }),
  "GET /_sim/faults": ({ faults }) => faults.pending,
  "POST /_sim/faults": ({ state, faults }, body) => {
    const given = body();
    if (typeof given === "object" && given !== null && "lag" in given) {
      setLag(state, checked(lagOnly, given).lag);
      return { lag: state.lag };
    }
    faults.set(checked(z.union([z.array(faultShape), faultShape.transform((one) => [one])]), given));
    return faults.pending;
  },
  "DELETE /_sim/faults": ({ state, faults }) => {
    faults.set([]);
    setLag(state, null);
    return undefined;
  },
  "GET /_sim/lag": ({ state }) => ({ lag: state.lag }),
  /** Lists show everything created so far; the lag still applies to new items. */
  "POST /_sim/lag/release": ({ state }) => {
    catchUp(state);
    return { lag: state.lag };
  },
  "GET /_sim/limits": ({ limits }) => limits.limits,
  "POST /_sim/limits": ({ limits }, body) => Object.assign(limits.limits, checked(limitsShape, body())),
  "GET /_sim/clock": clock,
  "POST /_sim/clock": (platform, body, text) => {
    const { now, advance = 0, mode } = checked(clockShape, body());
    if (mode !== undefined) platform.clock.mode = mode;
    const to = Date.parse(now ?? platform.state.now) + advance * 1000;
    platform.clock.set(platform.state, new Date(to));
    return clock(platform, body, text);
  },
  /** Resolves when no webhook is on its way. */
  "GET /_sim/idle": async ({ webhooks }) => {
    await webhooks.idle();
    return { idle: true };
  },
};

function checked<Shape extends z.ZodType>(shape: Shape, given: unknown): z.output<Shape> {
  const result = shape.safeParse(given);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new BadRequest(`${issue?.path.join(".") || "body"}: ${issue?.message ?? "not understood"}.`);
}

/** Answers a call of the control API; errors are one sentence each, with nothing changed. */
export async function control(platform: Platform, method: string, path: string, text: string): Promise<Response> {
  const route = ROUTES[`${method} ${path}`];
  if (route === undefined) {
    const message = `The control API has no ${method} ${path}. It has: ${Object.keys(ROUTES).join(", ")}.`;
    return Response.json({ message }, { status: 404 });
  }
  try {
    const answer = await route(platform, () => parsed(text), text);
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  } catch (error) {
    if (error instanceof BadRequest || error instanceof WorldError) {
      return Response.json({ message: error.message }, { status: 400 });
    }
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadRequest("The body is not JSON.");
  }
}

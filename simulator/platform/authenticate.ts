import { accountOf } from "../actions/people.ts";
import { Refused } from "../refused.ts";
import type { SimState } from "../state.ts";
import type { Actor } from "./actor.ts";
import type { AppKey } from "./app-key.ts";
import type { Tokens } from "./tokens.ts";

export interface Credentials {
  readonly state: SimState;
  readonly key: AppKey;
  readonly tokens: Tokens;
  /** Milliseconds of the machine's clock: an App that does not follow the simulated one may sign by it. */
  readonly wallClock: number;
}

const UNREADABLE = "A JSON web token could not be decoded";
/** Seconds between `iat` and `exp` that GitHub takes: ten minutes, and one for drift. */
const LONGEST_JWT = 660;
const DRIFT = 60;

/**
 * Who makes the request: `Bearer JWT` is the App, `ghs_…` an installation, `sim_LOGIN` that person; without a token it is
 * anonymous. Accepts `Bearer`, `token` and `Basic user:TOKEN`. Throws `Refused` (401, or 403 while suspended) for invalid ones.
 */
export function authenticate(authorization: string | null, credentials: Credentials): Actor {
  const token = tokenIn(authorization);
  if (token === null) return { kind: "anonymous" };
  if (/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) return asApp(token, credentials);
  if (token.startsWith("sim_")) return asPerson(token.slice("sim_".length), credentials);
  return asInstallation(token, credentials);
}

function tokenIn(authorization: string | null): string | null {
  const [scheme, value] = authorization?.trim().split(/\s+/) ?? [];
  if (scheme === undefined || value === undefined) return null;
  if (scheme.toLowerCase() !== "basic") return value;
  const [user = "", password = ""] = Buffer.from(value, "base64").toString("utf8").split(":");
  return password === "" || password === "x-oauth-basic" ? user : password;
}

function asApp(token: string, { state, key, wallClock }: Credentials): Actor {
  const claims = key.claims(token);
  if (claims === null) throw new Refused(401, UNREADABLE);
  const { iat, exp, iss } = claims;
  if (typeof iat !== "number" || typeof exp !== "number") throw new Refused(401, UNREADABLE);
  const now = [Date.parse(state.now) / 1000, wallClock / 1000];
  if (exp - iat > LONGEST_JWT || !now.some((time) => exp > time - DRIFT)) {
    const message =
      "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
    throw new Refused(401, message);
  }
  if (!now.some((time) => iat <= time + DRIFT)) {
    const message = "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
    throw new Refused(401, message);
  }
  if (String(iss) !== String(state.app.id)) throw new Refused(404, "Integration not found");
  return { kind: "app" };
}

function asPerson(login: string, { state }: Credentials): Actor {
  const account = accountOf(state, login);
  if (account === undefined) throw badCredentials();
  return { kind: "user", login: account.login };
}

function asInstallation(token: string, { state, tokens }: Credentials): Actor {
  const found = tokens.find(state, token);
  const installation = found === null ? undefined : state.installations.get(found.installationId);
  if (found === null || installation === undefined) throw badCredentials();
  if (installation.suspended) throw new Refused(403, "This installation has been suspended");
  const { permissions, repositories } = found;
  const narrowed = { ...installation, ...(repositories === null ? {} : { only: repositories }) };
  if (permissions === null) return { kind: "installation", installation: narrowed };
  const left = Object.entries(permissions).filter(([resource]) => installation.permissions[resource] !== undefined);
  return { kind: "installation", installation: { ...narrowed, permissions: Object.fromEntries(left) } };
}

function badCredentials(): Refused {
  return new Refused(401, "Bad credentials");
}

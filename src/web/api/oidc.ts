import { createRemoteJWKSet, customFetch, decodeJwt, errors, type JWTPayload, jwtVerify } from "jose";
import { z } from "zod";
import { Refusal } from "./refusal.ts";
import { apiText } from "./text.ts";

/** Which repository of which account a workflow runs in. Names may be somebody else's tomorrow; ids are not. */
export interface WorkflowIdentity {
  readonly repositoryId: number;
  readonly ownerId: number;
}

export interface OidcOptions {
  /** Where this server is reached, without a slash at the end: the audience. */
  readonly publicUrl: string;
  /** Exact ones. */
  readonly issuers: readonly string[];
  readonly now: () => Date;
  /** An issuer's keys cannot be read: told at most every ten minutes for each. */
  readonly onUnread: (issuer: string, error: unknown) => void;
  /** Milliseconds between two readings of an issuer's keys because a key is not known. */
  readonly cooldown?: number;
}

/** What GitHub signs with; nothing else may say how a token is to be verified (RFC 8725 §3.1). */
const ALGORITHMS = ["RS256"];
const CLOCKS_DIFFER_SECONDS = 30;
const KEYS_TIMEOUT_MS = 5_000;
const KEYS_AGE_MS = 600_000;
const KEYS_COOLDOWN_MS = 30_000;
const RETRY_SECONDS = 30;
const MOST_KEYS_BYTES = 256 * 1024;

const digits = z.string().regex(/^[1-9]\d{0,14}$/);
const claims = z.object({ repository_id: digits, repository_owner_id: digits });

type Verify = (token: string) => Promise<WorkflowIdentity>;

/**
 * Verifies OIDC tokens of GitHub Actions (docs.github.com, "OpenID Connect reference"). An issuer's keys are kept for ten
 * minutes, and read again where a token names one that is not among them. Throws `Refusal`.
 */
export function oidcVerifier({ publicUrl, issuers, now, onUnread, cooldown = KEYS_COOLDOWN_MS }: OidcOptions): Verify {
  const told = new Map<string, number>();
  function tellUnread(issuer: string, error: unknown) {
    const at = now().getTime();
    if (at - (told.get(issuer) ?? Number.NEGATIVE_INFINITY) < KEYS_AGE_MS) return;
    told.set(issuer, at);
    onUnread(issuer, error);
  }

  const keys = new Map(
    issuers.map((issuer) => [
      issuer,
      createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks`), {
        timeoutDuration: KEYS_TIMEOUT_MS,
        cacheMaxAge: KEYS_AGE_MS,
        cooldownDuration: cooldown,
        [customFetch]: boundedFetch,
      }),
    ]),
  );
  return async (token) => {
    const issuer = issuerOf(token);
    const found = keys.get(issuer);
    if (found === undefined) throw new Refusal(401, apiText.issuer);
    try {
      const { payload } = await jwtVerify(token, found, {
        algorithms: ALGORITHMS,
        issuer,
        audience: [publicUrl, `${publicUrl}/`],
        requiredClaims: ["exp"],
        currentDate: now(),
        clockTolerance: CLOCKS_DIFFER_SECONDS,
      });
      return identityIn(payload);
    } catch (error) {
      if (error instanceof Refusal) throw error;
      if (!isOfKeys(error)) throw refusalOf(error, publicUrl);
      tellUnread(issuer, error);
      throw new Refusal(503, apiText.keys, RETRY_SECONDS);
    }
  };
}

/** Not verified yet: it only says whose keys to verify with. */
function issuerOf(token: string): string {
  try {
    const { iss } = decodeJwt(token);
    if (typeof iss === "string") return iss;
  } catch {
    // said below
  }
  throw new Refusal(401, apiText.malformed);
}

function identityIn(payload: JWTPayload): WorkflowIdentity {
  const { data } = claims.safeParse(payload);
  if (data === undefined) throw new Refusal(401, apiText.claims);
  return { repositoryId: Number(data.repository_id), ownerId: Number(data.repository_owner_id) };
}

function refusalOf(error: unknown, publicUrl: string): Refusal {
  if (error instanceof errors.JWTExpired) return new Refusal(401, apiText.expired);
  if (error instanceof errors.JWTClaimValidationFailed) {
    const { claim } = error;
    if (claim === "aud") return new Refusal(401, apiText.audience(publicUrl));
    return new Refusal(401, claim === "nbf" ? apiText.notYet : apiText.claims);
  }
  return new Refusal(401, apiText.signature);
}

/** The keys could not be read: an answer that is none, or no answer. */
function isOfKeys(error: unknown): boolean {
  if (!(error instanceof errors.JOSEError) || error instanceof errors.JWKSTimeout) return true;
  return error instanceof errors.JWKSInvalid || error.code === "ERR_JOSE_GENERIC";
}

/** As much as a set of keys may have, from where it was asked for. */
async function boundedFetch(url: string, options: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...options, redirect: "error" });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MOST_KEYS_BYTES) throw new Error("the issuer's keys are too large");
    chunks.push(chunk);
  }
  return new Response(Buffer.concat(chunks), { status: response.status, headers: response.headers });
}

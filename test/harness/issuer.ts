import { createServer } from "node:http";
import { exportJWK, generateKeyPair, importJWK, type JWTHeaderParameters, SignJWT } from "jose";
import { listen } from "../../src/web/server.ts";

/** Whoever signs the OIDC tokens of a GitHub's workflows, and publishes the keys to verify them with. */
export interface Issuer {
  readonly url: string;
  /** How often somebody has read its keys. */
  readonly asked: () => number;
  /** A token as GitHub Actions gives one, unless `claims` say otherwise; undefined: without that claim. */
  token(claims: Readonly<Record<string, unknown>>, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** From now on it signs with another key, and publishes that one alone. */
  rotate(): Promise<void>;
  /** What it publishes in place of its keys; null: those. */
  publishes: string | null;
  close(): Promise<void>;
}

const LIFE_SECONDS = 300;

async function newKey(kid: string) {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" } };
}

/** `now`: of the GitHub whose issuer it is. */
export async function openIssuer(now: () => Date): Promise<Issuer> {
  let key = await newKey("first");
  let asked = 0;
  const server = createServer((request, response) => {
    asked += 1;
    const isThere = request.url === "/.well-known/jwks";
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    response.end(issuer.publishes ?? JSON.stringify({ keys: [key.jwk] }));
  });
  const url = `http://127.0.0.1:${await listen(server, 0, "127.0.0.1")}`;
  const issuer: Issuer = {
    url,
    asked: () => asked,
    publishes: null,
    async token(claims, header = {}) {
      const seconds = Math.floor(now().getTime() / 1000);
      const times = { iat: seconds, nbf: seconds, exp: seconds + LIFE_SECONDS };
      return new SignJWT({ iss: url, ...times, ...claims })
        .setProtectedHeader({ alg: "RS256", typ: "JWT", kid: key.kid, ...header })
        .sign(header.alg === undefined ? key.privateKey : await importJWK(await exportJWK(key.privateKey), header.alg));
    },
    async rotate() {
      key = await newKey("second");
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return issuer;
}

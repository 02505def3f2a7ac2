import { createServer } from "node:http";
import { exportSPKI, importJWK, SignJWT } from "jose";
import { afterEach, beforeEach, expect, test } from "vitest";
import { oidcVerifier } from "../../../src/web/api/oidc.ts";
import { Refusal } from "../../../src/web/api/refusal.ts";
import { listen } from "../../../src/web/server.ts";
import { type Issuer, openIssuer } from "../../harness/issuer.ts";

const NOW = new Date("2026-11-20T01:00:00Z");
const SECONDS = NOW.getTime() / 1000;
const US = "https://detoil.example.com";
const SHOP = { aud: US, repository_id: "12", repository_owner_id: "5" };

let issuer: Issuer;
let unread: string[];

beforeEach(async () => {
  issuer = await openIssuer(() => NOW);
  unread = [];
});
afterEach(() => issuer.close());

const verifier = (cooldown?: number) =>
  oidcVerifier({
    ...{ publicUrl: US, issuers: [issuer.url], now: () => NOW, onUnread: (of: string) => unread.push(of) },
    ...(cooldown === undefined ? {} : { cooldown }),
  });

/** The identity, or the status and the sentence of the refusal. */
async function verified(token: string, verify = verifier()): Promise<unknown> {
  try {
    return await verify(token);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return `${error.status} ${error.message}`;
  }
}

test.each([
  ["as GitHub gives it", {}],
  ["with a slash behind the audience", { aud: `${US}/` }],
  ["for clocks that differ a little", { exp: SECONDS - 20 }],
])("a workflow's token %s names its repository by ids", async (_what, claims) => {
  expect(await verified(await issuer.token({ ...SHOP, ...claims }))).toEqual({ repositoryId: 12, ownerId: 5 });
});

test.each([
  ["another audience", { aud: "https://else.example.com" }, "The audience of this OIDC token is not https://detoil"],
  ["no audience", { aud: undefined }, "The audience of this OIDC token is not https://detoil"],
  ["an end that was", { exp: SECONDS - 31 }, "has expired"],
  ["no end", { exp: undefined }, "lacks what a workflow's has"],
  ["a beginning that comes", { nbf: SECONDS + 31 }, "is not valid yet"],
  ["another issuer", { iss: "https://else.example.com" }, "is not one that this server trusts"],
  ["no issuer", { iss: undefined }, "neither of `detoil token add` nor an OIDC token"],
  ["no repository", { repository_id: undefined }, "lacks what a workflow's has"],
  [
    "a repository by name alone",
    { repository_id: "acme/shop", repository: "acme/shop" },
    "lacks what a workflow's has",
  ],
  ["no owner", { repository_owner_id: undefined }, "lacks what a workflow's has"],
])("one with %s is refused", async (_what, claims, sentence) => {
  const answer = await verified(await issuer.token({ ...SHOP, ...claims }));
  expect(answer).toMatch(/^401 /);
  expect(answer).toContain(sentence);
});

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const claims = () => ({ iss: issuer.url, ...SHOP, exp: SECONDS + 60 });

test("one without a signature is refused", async () => {
  expect(await verified(`${encoded({ alg: "none" })}.${encoded(claims())}.`)).toContain("401 The signature");
});

test("one that is signed with the public key as if it were a secret is refused", async () => {
  const { keys } = (await (await fetch(`${issuer.url}/.well-known/jwks`)).json()) as { keys: { alg: string }[] };
  const [key] = keys;
  if (key === undefined) throw new Error("the issuer publishes a key");
  const pem = await exportSPKI(
    (await importJWK(key, "RS256", { extractable: true })) as Parameters<typeof exportSPKI>[0],
  );
  const forged = await new SignJWT(claims())
    .setProtectedHeader({ alg: "HS256", kid: "first" })
    .sign(new TextEncoder().encode(pem));
  expect(await verified(forged)).toContain("401 The signature");
});

test("one that is signed in another way is refused, also where the key does not say its own", async () => {
  const { keys } = (await (await fetch(`${issuer.url}/.well-known/jwks`)).json()) as { keys: { alg?: string }[] };
  issuer.publishes = JSON.stringify({ keys: keys.map(({ alg: _, ...key }) => key) });
  expect(await verified(await issuer.token(SHOP))).toEqual({ repositoryId: 12, ownerId: 5 });
  for (const alg of ["RS512", "PS256"]) expect(await verified(await issuer.token(SHOP, { alg }))).toContain("401 The");
});

test("one that another key has signed under a known name is refused", async () => {
  const other = await openIssuer(() => NOW);
  const forged = await other.token({ ...SHOP, iss: issuer.url });
  await other.close();
  expect(await verified(forged)).toContain("401 The signature");
});

test("one with a changed claim is refused", async () => {
  const [header, , signature] = (await issuer.token(SHOP)).split(".");
  expect(await verified(`${header}.${encoded({ ...claims(), repository_id: "13" })}.${signature}`)).toContain(
    "401 The",
  );
});

test("a key that brings its own address is not fetched", async () => {
  let asked = 0;
  const elsewhere = createServer((_request, response) => {
    asked += 1;
    response.end("{}");
  });
  const url = `http://127.0.0.1:${await listen(elsewhere, 0, "127.0.0.1")}`;
  const token = await issuer.token(SHOP, { jku: `${url}/keys`, kid: "stranger" });
  expect(await verified(token)).toContain("401 The signature");
  expect(asked).toBe(0);
  await new Promise((done) => elsewhere.close(done));
});

test("keys are read once, and again for a key that is not known: not for each of them", async () => {
  const verify = verifier(0);
  await verify(await issuer.token(SHOP));
  await verify(await issuer.token(SHOP));
  expect(issuer.asked()).toBe(1);
  await issuer.rotate();
  expect(await verified(await issuer.token(SHOP), verify)).toEqual({ repositoryId: 12, ownerId: 5 });
  expect(issuer.asked()).toBe(2);

  const patient = verifier();
  for (let count = 0; count < 5; count += 1)
    expect(await verified(await issuer.token(SHOP, { kid: `stranger-${count}` }), patient)).toContain(
      "401 The signature",
    );
  expect(issuer.asked()).toBe(3);
});

test.each([
  ["nothing that is JSON", "<html>"],
  ["no keys", "{}"],
  ["more than keys take", `{"keys": [], "padding": "${"x".repeat(300_000)}"}`],
])("an issuer that publishes %s makes nobody wait for a wrong reason", async (_what, published) => {
  issuer.publishes = published;
  expect(await verified(await issuer.token(SHOP))).toBe(
    "503 The keys of the token's issuer cannot be read at the moment: try again.",
  );
});

test("an issuer that is gone, too: the operator is told, and not each time", async () => {
  const token = await issuer.token(SHOP);
  const verify = verifier();
  await issuer.close();
  for (let tries = 0; tries < 3; tries += 1) expect(await verified(token, verify)).toContain("503 The keys");
  expect(unread).toEqual([issuer.url]);
  issuer = await openIssuer(() => NOW);
});

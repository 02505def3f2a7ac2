import { createPrivateKey, createPublicKey, createVerify, generateKeyPairSync, type KeyObject } from "node:crypto";

/** The App's key pair, made on first use (a tenth of a second or more) unless one is given. */
export class AppKey {
  #private: KeyObject | null;
  readonly #trusting: boolean;

  /** `trusting`: accepts JWTs signed with any key, if the App's key is not known. */
  constructor(pem: string | null, trusting = false) {
    this.#private = pem === null ? null : createPrivateKey(pem);
    this.#trusting = trusting && pem === null;
  }

  /** PKCS #1 PEM, as GitHub hands it out. */
  get privateKey(): string {
    return this.#key().export({ type: "pkcs1", format: "pem" }).toString();
  }

  /** The claims of a JWT that this key signed with RS256 (any key, when trusting); null for anything else. */
  claims(token: string): Readonly<Record<string, unknown>> | null {
    const [header = "", payload = "", signature = ""] = token.split(".");
    try {
      const { alg } = JSON.parse(Buffer.from(header, "base64url").toString("utf8"));
      if (alg !== "RS256") return null;
      const verifier = createVerify("RSA-SHA256").update(`${header}.${payload}`);
      if (!this.#trusting && !verifier.verify(createPublicKey(this.#key()), signature, "base64url")) return null;
      const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
      return typeof claims === "object" && claims !== null ? { ...claims } : null;
    } catch {
      return null; // not even JSON
    }
  }

  #key(): KeyObject {
    this.#private ??= generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
    return this.#private;
  }
}

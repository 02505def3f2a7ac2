import { createHmac, timingSafeEqual } from "node:crypto";

/** Whether a header can be a signature at all (`X-Hub-Signature-256`); otherwise the body is not read. */
export function isSignature(header: string): boolean {
  return /^sha256=[0-9a-f]{64}$/.test(header);
}

/** Whether one of `secrets` signed these bytes, compared in constant time. The bytes are not decoded first. */
export function isSigned(bytes: Uint8Array, signature: string, secrets: readonly string[]): boolean {
  if (!isSignature(signature)) {
    return false;
  }
  const given = Buffer.from(signature.slice("sha256=".length), "hex");
  return secrets.some((secret) => timingSafeEqual(createHmac("sha256", secret).update(bytes).digest(), given));
}

import { createHmac, timingSafeEqual } from "node:crypto";
import { verify } from "@octokit/webhooks-methods";

/** Whether one of `secrets` signed these bytes (`X-Hub-Signature-256`), compared in constant time. */
export async function isSigned(body: string, signature: string, secrets: readonly string[]): Promise<boolean> {
  if (!/^sha256=[0-9a-f]{64}$/.test(signature)) {
    return false;
  }
  for (const secret of secrets) {
    // verify() throws at an empty body; one that is signed is malformed, not unsigned.
    const matches = body === "" ? signsNothing(secret, signature) : await verify(secret, body, signature);
    if (matches) {
      return true;
    }
  }
  return false;
}

function signsNothing(secret: string, signature: string): boolean {
  const expected = `sha256=${createHmac("sha256", secret).update("").digest("hex")}`;
  return timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
}

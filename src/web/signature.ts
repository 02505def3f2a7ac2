import { verify } from "@octokit/webhooks-methods";

/** Whether one of `secrets` signed these bytes (`X-Hub-Signature-256`), compared in constant time. */
export async function isSigned(body: string, signature: string, secrets: readonly string[]): Promise<boolean> {
  if (!/^sha256=[0-9a-f]{64}$/.test(signature) || body === "") {
    return false;
  }
  for (const secret of secrets) {
    if (await verify(secret, body, signature)) {
      return true;
    }
  }
  return false;
}

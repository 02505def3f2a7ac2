import { z } from "zod";
import { CommandError } from "../command-error.ts";
import { recordText } from "../text.ts";

// What a header may hold.
const TOKEN = /^[\x21-\x7e]+$/;
const answerShape = z.object({ value: z.string().regex(TOKEN) });

/**
 * What the server knows this pipeline by: DETOIL_TOKEN, or in GitHub Actions an OIDC token for that server
 * (docs.github.com, "OpenID Connect reference"). Throws `CommandError`.
 */
export async function credentialFor(url: string, env: NodeJS.ProcessEnv, timeoutMs: number): Promise<string> {
  const given = env.DETOIL_TOKEN?.trim() ?? "";
  if (given !== "") {
    if (!TOKEN.test(given)) throw new CommandError(recordText.badToken);
    return given;
  }
  const { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
  if (!requestUrl || !requestToken) throw new CommandError(recordText.noToken);
  const headers = { authorization: `bearer ${requestToken}`, accept: "application/json" };
  try {
    const from = new URL(requestUrl);
    from.searchParams.set("audience", url);
    const response = await fetch(from, { headers, signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) throw new CommandError(recordText.noIdentity(String(response.status)));
    return answerShape.parse(await response.json()).value;
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(recordText.noIdentity(reasonOf(error)));
  }
}

/** Without an address, which may carry a secret. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  if (cause instanceof Error && "code" in cause) return String(cause.code);
  return error instanceof Error ? error.name : String(error);
}

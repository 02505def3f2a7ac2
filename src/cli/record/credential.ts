import { z } from "zod";
import { CommandError } from "../command-error.ts";
import { recordText } from "../text.ts";

const answerShape = z.object({ value: z.string().min(1) });

/**
 * What the server knows this pipeline by: DETOIL_TOKEN, or in GitHub Actions an OIDC token for that server
 * (docs.github.com, "OpenID Connect reference"). Throws `CommandError`.
 */
export async function credentialFor(url: string, env: NodeJS.ProcessEnv, timeoutMs: number): Promise<string> {
  const given = env.DETOIL_TOKEN?.trim() ?? "";
  if (given !== "") return given;
  const { ACTIONS_ID_TOKEN_REQUEST_URL: requestUrl, ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken } = env;
  if (!requestUrl || !requestToken) throw new CommandError(recordText.noToken);
  const from = new URL(requestUrl);
  from.searchParams.set("audience", url);
  const headers = { authorization: `bearer ${requestToken}`, accept: "application/json" };
  try {
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

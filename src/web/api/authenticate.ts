import type { Postings } from "../../engine/postings.ts";
import type { RepositoryRow } from "../../store/repositories.ts";
import { isToken } from "../../store/tokens/token.ts";
import type { WorkflowIdentity } from "./oidc.ts";
import { Refusal } from "./refusal.ts";
import { apiText } from "./text.ts";

export interface Authentication {
  readonly postings: Pick<Postings, "byToken" | "byIds">;
  /** null: no PUBLIC_URL is set, so no token can be for this server. */
  readonly oidc: ((token: string) => Promise<WorkflowIdentity>) | null;
}

const BEARER = /^bearer +(\S+)$/i;
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** The one repository that whoever sent this may record for. Throws `Refusal`, and as GitHub or the database fails. */
export async function authenticate(
  header: string | undefined,
  { postings, oidc }: Authentication,
): Promise<RepositoryRow> {
  const token = BEARER.exec(header ?? "")?.[1];
  if (token === undefined) throw new Refusal(401, apiText.noToken);
  if (!JWT.test(token)) {
    const repository = isToken(token) ? await postings.byToken(token) : null;
    if (repository === null) throw new Refusal(401, apiText.unknownToken);
    if (repository === "not served") throw new Refusal(403, apiText.notInstalled);
    return repository;
  }
  if (oidc === null) throw new Refusal(401, apiText.oidcOff);
  const { repositoryId, ownerId } = await oidc(token);
  const repository = await postings.byIds(repositoryId, ownerId);
  if (repository === null) throw new Refusal(403, apiText.notInstalled);
  return repository;
}

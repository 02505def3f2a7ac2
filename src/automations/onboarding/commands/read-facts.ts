import type { GitHub } from "../../../github/client.ts";
import { readOrgWish } from "../../../github/org-wish.ts";
import { languageIn } from "../../../suggestion/language.ts";
import { readHistory } from "../../../suggestion/read-history.ts";
import type { ReconcileContext } from "../../automation.ts";
import { nearMissOnDefault } from "../../near-miss.ts";
import type { SetupFacts } from "./facts.ts";

/** At most twelve requests. */
export async function readSetupFacts(github: GitHub, context: ReconcileContext): Promise<SetupFacts> {
  const { repository, now, granted, loaded, config } = context;
  const misnamed = await nearMissOnDefault(github, context);
  const history = await readHistory(github, { repository, now, granted });
  const hasLanguage = loaded.state !== "absent";
  const language = hasLanguage
    ? config.language
    : ((await readOrgWish(github, repository)).language ?? languageIn(history));
  return { history, language, misnamed };
}

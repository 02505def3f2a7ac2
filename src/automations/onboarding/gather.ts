import type { GitHub } from "../../github/client.ts";
import { readOrgWish } from "../../github/org-wish.ts";
import { findOwnIssue } from "../../github/own-issues.ts";
import { languageIn } from "../../suggestion/language.ts";
import { readHistory } from "../../suggestion/read-history.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import { nearMissOnDefault } from "../near-miss.ts";
import { choiceFor } from "./choice.ts";
import { BLOCK, type OnboardingFacts, type Why } from "./facts.ts";
import { DELETED } from "./observed.ts";

type Seen = Pick<Observations, "keys" | "installation">;

/** What costs nothing comes first: most repositories get no issue, every night. */
export async function gather(github: GitHub, context: ReconcileContext, seen: Seen): Promise<OnboardingFacts> {
  const { loaded, repository, now, granted } = context;
  // Never made in a public one, so nothing is to be closed there.
  if (!loaded.isPrivate) return nothing(loaded.state === "absent" ? "public" : "file");
  if (loaded.state === "broken") return nothing("broken");
  if (loaded.state === "valid") {
    const { issue } = await findOwnIssue(github, { ...context, marker: BLOCK, states: "open", mustBeSure: false });
    return { kind: "in force", issue };
  }
  if (!seen.installation.offers) return nothing("operator");
  if ((await seen.keys(DELETED)).length > 0) return nothing("answered");
  const choice = await choiceFor(repository, seen.installation);
  if (choice === "all" || choice === "others") return nothing(choice);
  const { issue, hasIssues } = await findOwnIssue(github, {
    ...context,
    marker: BLOCK,
    states: "all",
    mustBeSure: true,
  });
  if (issue !== null) return nothing("answered");
  if (!hasIssues) return nothing("no issues");
  const wish = await readOrgWish(github, repository);
  if (!wish.onboarding) return nothing("organization");
  if ((await nearMissOnDefault(github, context)) !== null) return nothing("misnamed");
  const history = await readHistory(github, { repository, now, granted });
  if (history.isFork) return nothing("fork");
  return { kind: "offer", history, language: wish.language ?? languageIn(history), choice };
}

function nothing(why: Why): OnboardingFacts {
  return { kind: "nothing", why };
}

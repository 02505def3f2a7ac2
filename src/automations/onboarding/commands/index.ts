import type { Commands } from "../../../commands/declaration.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { SetupFacts } from "./facts.ts";
import { readSetupFacts } from "./read-facts.ts";
import { subject } from "./subject.ts";
import { claimText, VERBS } from "./verbs.ts";

/** `/sre setup`, wherever somebody with write access is. */
export const commands: Commands<SetupFacts, ReconcileContext> = {
  claims: () => null,
  everywhere: true,
  verbs: VERBS,
  text: claimText,
  page: "onboarding.md#commands",
  uses: ["deployments"],
  gather: readSetupFacts,
  subject: (facts, context) => subject(facts, context, false),
  stale: () => [],
};

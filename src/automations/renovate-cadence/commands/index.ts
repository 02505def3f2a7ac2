import type { Commands } from "../../../commands/declaration.ts";
import { hasMarker } from "../../../markdown/marker.ts";
import type { ReconcileContext } from "../../automation.ts";
import { ISSUE } from "../issue-key.ts";
import type { CadenceCommandFacts } from "./facts.ts";
import { readFacts } from "./read-facts.ts";
import { subject } from "./subject.ts";
import { claimText } from "./text.ts";
import { VERBS } from "./verbs.ts";

/** `/sre cadence quarterly` in the issue about the cadence. */
export const commands: Commands<CadenceCommandFacts, ReconcileContext<"renovate">> = {
  claims: ({ kind, isOurs, body }) => (kind === "issue" && isOurs && hasMarker(body, ISSUE) ? "task" : null),
  verbs: VERBS,
  text: claimText,
  page: "dependency-cadence.md#changing-the-promise",
  uses: [],
  // The pull request that changes the promise.
  whereGranted: { contents: "write" },
  gather: (github, context, conversation) => readFacts(github, context, conversation),
  subject,
  // Nothing changes until the pull request is merged, and then the push says so.
  stale: () => [],
};

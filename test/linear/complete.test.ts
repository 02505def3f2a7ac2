import { join } from "node:path";
import { expect, test } from "vitest";
import { unfedBy } from "./reach.ts";

const READERS = [
  "readers.ts",
  "config-readers.ts",
  "web-readers.ts",
  "update-readers.ts",
  "suggestion-readers.ts",
  "linear.test.ts",
].map((file) => join(import.meta.dirname, file));

/** Patterns that see no outsider's text, or only what is always short. */
const NOT_FOREIGN: Readonly<Record<string, string>> = {
  "automations/branch-guard/targets-for.ts#BRANCH": "names of refs, which Git keeps short",
  "automations/branch-guard/targets.ts#oid": "Detoil's own targets",
  "automations/four-keys/incident/named-tag.ts#NO_TAG": "at most 100 characters of an issue",
  "automations/four-keys/targets-for.ts#TAG_REF": "names of refs, which Git keeps short",
  "automations/four-keys/targets.ts#nodeId": "Detoil's own targets",
  "automations/four-keys/targets.ts#sha": "Detoil's own targets",
  "automations/milestone-tasks/reading/read-observed.ts#readCreated":
    "keys of the store, which sre.yml limits to 100 characters",
  "automations/org-tables/targets.ts#automationName": "Detoil's own targets",
  "automations/release-pr/status-issue/text.ts#isUnrelated": "200 characters of GitHub's own words",
  "automations/release-pr/changes/reverts.ts#byTitle": "the last 13 characters of a title",
  "automations/renovate-cadence/measuring/cadence.ts#DAYS": "at most 8 characters of sre.yml",
  "calendar/format.ts#zoneName": "names of zones",
  "commands/awaited.ts#REPLIED": "Detoil's own identities",
  "engine/metrics.ts#withFormerNames": "Detoil's own metrics",
  "engine/recovery/missed.ts#isHandlingFailure": "GitHub's own words",
  "engine/recovery/walk.ts#continueWalk": "GitHub's own header",
  "environment-addresses.ts#isLoopback": "the operator's environment",
  "environment-addresses.ts#readPublicUrl": "the operator's environment",
  "environment.ts#DECIMAL": "the operator's environment",
  "environment.ts#WHOLE": "the operator's environment",
  "environment.ts#apiMeantBy": "the operator's environment",
  "environment.ts#readApiUrl": "the operator's environment",
  "environment.ts#readAppId": "the operator's environment",
  "github/actions-issuer.ts#actionsIssuerOf": "the operator's environment",
  "github/no-answer.ts#networkProblem": "Node.js's codes",
  "records/named-by-commit.ts#SHA": "at most 100 characters of an issue",
  "store/attribution/incidents.ts#SHA": "at most 100 characters of an issue",
  "store/attribution/incidents.ts#deploymentsNamedIn": "at most 100 characters of an issue",
  "store/refuses-content.ts#OF_CONTENT": "PostgreSQL's codes",
  "store/refuses-content.ts#refusesContent": "PostgreSQL's codes",
  "web/api/oidc.ts#digits": "what the issuer has signed",
  "web/intake.ts#createIntake": "the first 100 characters of a header",
  "web/setup.ts#servePage": "the operator's environment",
};

test("every pattern that reads foreign text is tried with hostile shapes", () => {
  expect(unfedBy(READERS)).toEqual(Object.keys(NOT_FOREIGN).sort());
});

import type { Language } from "../../config/schema.ts";
import type { Plan } from "../../github/actions.ts";
import { appUrlOf } from "../../github/web-url.ts";
import { type AllClear, planStatusIssue, type Report } from "../../managed/status-issue.ts";
import type { ReconcileContext } from "../automation.ts";
import type { MissingOf, PermissionFacts } from "./facts.ts";
import { grantedText, messages, missingPermissionsText } from "./text.ts";

export const BLOCK = "permissions";

/**
 * One issue in a repository whose sre.yml asks for automations that the installation's permissions do not allow; it
 * closes itself when they are granted.
 */
export function planIssue({ lacking, issue, hasIssues }: PermissionFacts, context: ReconcileContext): Plan {
  if (lacking === null) return [];
  const { language } = context.config;
  const issues = issue === null ? [] : [issue];
  return planStatusIssue(BLOCK, { issues, hasIssues }, statusOf(lacking, language, installationUrl(context)));
}

function statusOf(lacking: readonly MissingOf[], language: Language, url: string): Report | AllClear {
  if (lacking.length === 0)
    return { kind: "all-clear", content: grantedText(language), because: "all permissions are granted" };
  const names = lacking.map(({ automation }) => automation);
  const subjects = lacking.map(({ automation, missing, leftOut }) =>
    leftOut === undefined ? automation : `${automation} ${missing.map(({ resource }) => resource).join(" ")}`,
  );
  return {
    kind: "report",
    title: messages(language).title,
    content: missingPermissionsText(lacking, url, language),
    subjects,
    because: `${names.join(", ")} cannot do all of their work without permissions`,
  };
}

/** The App's public page leads its owner to the installation's settings, for people and organizations alike. */
function installationUrl({ webUrl, self, repository }: ReconcileContext): string {
  return appUrlOf(webUrl, self.slug, repository.owner);
}

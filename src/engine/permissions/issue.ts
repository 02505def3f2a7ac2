import type { Automation, ReconcileContext } from "../../automations/automation.ts";
import { ownSection } from "../../automations/own-section.ts";
import { targetCodec } from "../../automations/target-codec.ts";
import type { Plan } from "../../github/actions.ts";
import type { GitHub } from "../../github/client.ts";
import { findOwnIssue, type OwnIssue } from "../../github/own-issues.ts";
import { appUrlOf } from "../../github/web-url.ts";
import { managedBlock, replaceBlock } from "../../markdown/block.ts";
import { sameText } from "../../markdown/line-ends.ts";
import { hasMarker } from "../../markdown/marker.ts";
import { missingPermissions } from "../missing-permissions.ts";
import { grantedText, type MissingOf, missingPermissionsText, texts } from "./text.ts";

const BLOCK = "permissions";

export const PERMISSIONS = "permissions";
export const PERMISSIONS_TARGET = "installation";
const targets = targetCodec({ [PERMISSIONS_TARGET]: null });

export interface PermissionFacts {
  readonly lacking: readonly MissingOf[];
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}

/**
 * One issue in a repository whose sre.yml asks for automations that the installation's permissions do not allow; it
 * closes itself when they are granted. It is reconciled like any automation, but by the engine, which knows what is granted.
 */
export function permissionIssue(
  granted: Readonly<Record<string, string>>,
  automations: readonly Automation[],
): Automation<null, PermissionFacts> {
  return {
    name: PERMISSIONS,
    section: null,
    permissions: { contents: "read", issues: "write" },
    events: [],
    targets,
    targetsFor: () => [],
    schedules: () => [],
    allTargets: [PERMISSIONS_TARGET],
    targetForNumber: () => PERMISSIONS_TARGET,
    gather: (github, context) => gather(github, context, missingByAutomation(context, granted, automations)),
    plan: planIssue,
    describe: ({ lacking, issue }) => ({ lacks: lacking, issue: issue?.number ?? null }),
  };
}

/** A repository without a sre.yml has asked for nothing, so nothing is missing there. */
function missingByAutomation(
  context: ReconcileContext,
  granted: Readonly<Record<string, string>>,
  automations: readonly Automation[],
): MissingOf[] {
  const { state, config } = context.loaded;
  return automations.flatMap((automation) => {
    const isOn = state !== "absent" && ownSection(automation, config) !== null;
    const missing = isOn ? missingPermissions(automation, granted) : [];
    return missing.length === 0 ? [] : [{ automation: automation.name, missing }];
  });
}

async function gather(
  github: GitHub,
  context: ReconcileContext,
  lacking: readonly MissingOf[],
): Promise<PermissionFacts> {
  const found = await findOwnIssue(github, {
    ...context,
    isIt: (body) => hasMarker(body, BLOCK),
    states: "all",
    mustBeSure: lacking.length > 0,
  });
  return { lacking, ...found };
}

function planIssue({ lacking, issue, hasIssues }: PermissionFacts, context: ReconcileContext): Plan {
  const { language } = context.config;
  const state = issue === null ? null : managedBlock.find(issue.body, BLOCK)?.data?.state;
  if (lacking.length === 0) {
    if (issue === null || !issue.open) return [];
    const body = replaceBlock(issue.body, BLOCK, grantedText(language), { state: "granted" });
    const because = "all permissions are granted";
    const closing = { state: "closed", state_reason: "completed" } as const;
    return [{ action: "update-issue", number: issue.number, body, ...closing, expects: { body: issue.body }, because }];
  }
  const content = missingPermissionsText(lacking, installationUrl(context), language);
  const because = `${lacking.map((lack) => lack.automation).join(", ")} cannot work without permissions`;
  if (issue === null || (!issue.open && state === "granted")) {
    if (!hasIssues) return [];
    const body = managedBlock.wrap(BLOCK, content, { state: "lacking" });
    return [
      { action: "create-issue", ref: BLOCK, identity: `issue/${BLOCK}`, title: texts[language].title, body, because },
    ];
  }
  const body = replaceBlock(issue.body, BLOCK, content, { state: "lacking" });
  // Closed by a person while something is missing: that was heard.
  if (!issue.open || sameText(body, issue.body)) return [];
  return [{ action: "update-issue", number: issue.number, body, expects: { body: issue.body }, because }];
}

/** The App's public page leads its owner to the installation's settings, for people and organisations alike. */
function installationUrl({ webUrl, self, repository }: ReconcileContext): string {
  return appUrlOf(webUrl, self.slug, repository.owner);
}

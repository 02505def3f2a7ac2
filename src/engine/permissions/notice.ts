import type { Automation, Look } from "../../automations/automation.ts";
import type { Plan } from "../../github/actions.ts";
import type { GitHub } from "../../github/client.ts";
import { findOwnIssue, type OwnIssue } from "../../github/own-issues.ts";
import { appUrlOf } from "../../github/web-url.ts";
import { managedBlock, replaceBlock } from "../../markdown/block.ts";
import { hasMarker } from "../../markdown/marker.ts";
import { missingPermissions } from "../missing-permissions.ts";
import { grantedText, type Lack, lackingText, texts } from "./text.ts";

const BLOCK = "permissions";

export const NOTICE = "permissions";
export const NOTICE_TARGET = "installation";

export interface NoticeFacts {
  readonly lacks: readonly Lack[];
  readonly issue: OwnIssue | null;
  readonly hasIssues: boolean;
}

/**
 * One issue in a repository whose sre.yml asks for automations that the installation's permissions do not allow; it
 * closes itself when they are granted. It is looked at like any automation, but by the engine, which knows what is granted.
 */
export function permissionNotice(
  granted: Readonly<Record<string, string>>,
  automations: readonly Automation[],
): Automation<NoticeFacts> {
  return {
    name: NOTICE,
    section: null,
    permissions: { contents: "read", issues: "write" },
    events: [],
    wakes: () => [],
    schedules: () => [],
    everything: [NOTICE_TARGET],
    numbered: () => NOTICE_TARGET,
    gather: (github, look) => gather(github, look, lacksOf(look, granted, automations)),
    plan: planNotice,
    describe: ({ lacks, issue }) => ({ lacks, issue: issue?.number ?? null }),
  };
}

/** A repository without a sre.yml has asked for nothing, so nothing is missing there. */
function lacksOf(look: Look, granted: Readonly<Record<string, string>>, automations: readonly Automation[]): Lack[] {
  const { state, config } = look.loaded;
  return automations.flatMap((automation) => {
    const isOn = automation.section === null ? state !== "absent" : (config?.[automation.section] ?? null) !== null;
    const missing = isOn ? missingPermissions(automation, granted) : [];
    return missing.length === 0 ? [] : [{ automation: automation.name, missing }];
  });
}

async function gather(github: GitHub, look: Look, lacks: readonly Lack[]): Promise<NoticeFacts> {
  const found = await findOwnIssue(github, {
    ...look,
    isIt: (body) => hasMarker(body, BLOCK),
    states: "all",
    mustBeSure: lacks.length > 0,
  });
  return { lacks, ...found };
}

function planNotice({ lacks, issue, hasIssues }: NoticeFacts, look: Look): Plan {
  const { language } = look.config;
  const state = issue === null ? null : managedBlock.find(issue.body, BLOCK)?.data?.state;
  if (lacks.length === 0) {
    if (issue === null || !issue.open) return [];
    const body = replaceBlock(issue.body, BLOCK, grantedText(language), { state: "granted" });
    const because = "all permissions are granted";
    const closing = { state: "closed", state_reason: "completed" } as const;
    return [{ action: "update-issue", number: issue.number, body, ...closing, expects: { body: issue.body }, because }];
  }
  const content = lackingText(lacks, installationUrl(look), language);
  const because = `${lacks.map((lack) => lack.automation).join(", ")} cannot work without permissions`;
  if (issue === null || (!issue.open && state === "granted")) {
    if (!hasIssues) return [];
    const body = managedBlock.wrap(BLOCK, content, { state: "lacking" });
    return [
      { action: "create-issue", ref: BLOCK, identity: `issue/${BLOCK}`, title: texts[language].title, body, because },
    ];
  }
  const body = replaceBlock(issue.body, BLOCK, content, { state: "lacking" });
  // Closed by a person while something is missing: that was heard.
  if (!issue.open || body === issue.body.replaceAll("\r\n", "\n")) return [];
  return [{ action: "update-issue", number: issue.number, body, expects: { body: issue.body }, because }];
}

/** The App's public page leads its owner to the installation's settings, for people and organisations alike. */
function installationUrl({ webUrl, self, repository }: Look): string {
  return appUrlOf(webUrl, self.slug, repository.owner);
}

import type { Automation, Look, Memory, Repository, Target } from "../automations/automation.ts";
import { bareConfig } from "../config/bare.ts";
import { loadConfig } from "../config/load.ts";
import type { LoadedConfig } from "../config/loaded.ts";
import type { Plan } from "../github/actions.ts";
import { type ApplyOptions, apply } from "../github/apply/index.ts";
import type { GitHub } from "../github/client.ts";
import { configFiles } from "../github/config-files.ts";

export interface LookRequest {
  readonly github: GitHub;
  readonly repository: Repository;
  readonly automation: Automation;
  readonly target: Target;
  readonly now: Date;
  /** `https://github.com`, or the GHES host: for links in texts. */
  readonly webUrl: string;
  /** false: a preview; nothing is written. */
  readonly apply: boolean;
  /** What is asked before writes. */
  readonly writing?: ApplyOptions;
  /** Absent in a preview, which remembers nothing. */
  readonly memory?: Memory;
}

export interface LookResult {
  readonly loaded: LoadedConfig;
  /** The automation is off here: its section is absent. `facts` is null and the plan empty. */
  readonly off: boolean;
  /** The facts, as `preview --json` prints them. */
  readonly facts: Readonly<Record<string, unknown>> | null;
  readonly plan: Plan;
  /** Why there was nothing to look at, for the terminal; null: there was. */
  readonly remark: string | null;
  /** Further targets that the look found. */
  readonly spread: readonly Target[];
}

const NOTHING: Memory = { recall: async () => [] };

/**
 * One look: what does sre.yml say, what does GitHub show, which writes are missing, write them.
 * Throws the kinds of github/errors.ts, `StaleFacts` and `LostTarget`; the engine decides what each of them means.
 */
export async function runLook(request: LookRequest): Promise<LookResult> {
  const { github, repository, automation, target, now, webUrl } = request;
  const loaded = await loadConfig(configFiles(github, repository));
  if (automation.section !== null && (loaded.config?.[automation.section] ?? null) === null) {
    return { loaded, off: true, facts: null, plan: [], remark: null, spread: [] };
  }
  const look: Look = {
    repository,
    target,
    now,
    self: github.self,
    config: loaded.config ?? { ...bareConfig, language: loaded.language },
    loaded,
    webUrl,
  };
  const facts = await automation.gather(github, look, request.memory ?? NOTHING);
  const plan = automation.plan(facts, look);
  if (request.apply && plan.length > 0) {
    const place = { owner: repository.owner, repo: repository.name };
    await apply(github, place, plan, request.writing);
  }
  return {
    loaded,
    off: false,
    facts: automation.describe(facts, look),
    plan,
    remark: automation.remark?.(facts, look) ?? null,
    spread: automation.spread?.(facts) ?? [],
  };
}

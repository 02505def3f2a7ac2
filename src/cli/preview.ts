import type { Automation, Numbered, Target } from "../automations/automation.ts";
import { automations } from "../automations/index.ts";
import { sectionOfAutomation } from "../config/sections/automation-names.ts";
import { everySection } from "../config/sections/every.ts";
import { installationRead, reconcile } from "../engine/reconcile.ts";
import { onboardingIn } from "../environment.ts";
import type { Action } from "../github/actions.ts";
import { meaningOf } from "../github/error-meaning.ts";
import { memoryBook } from "../records/memory-book.ts";
import { CommandError } from "./command-error.ts";
import { orNearest } from "./did-you-mean.ts";
import { usage } from "./help.ts";
import { explain } from "./opened/explain.ts";
import { openedText } from "./opened/text.ts";
import { exists } from "./preview/exists.ts";
import { printPreview } from "./preview/print.ts";
import type { Preview } from "./preview/result.ts";
import { openSource, type PreviewSource } from "./preview/source.ts";
import { previewText, wrongText } from "./preview/text.ts";
import { type ConfigChoice, readTriedConfig } from "./preview/tried-config.ts";
import { whyNotTried, whyOff } from "./preview/why-off.ts";
import { sayWhileSlow } from "./slow.ts";
import { timeGiven } from "./time-given.ts";
import { parseCommand, UsageError } from "./usage.ts";

/** Automations of later versions: known by name, so that nobody searches for a typo. */
const later = everySection.flatMap(([, { automation }]) => automation ?? []);

function automationNamed(name: string | undefined, among: readonly Automation[]): Automation {
  const found = among.find((automation) => automation.name === name);
  if (found !== undefined) return found;
  const known = among.map((automation) => automation.name).join(", ");
  if (name === undefined) throw new UsageError(wrongText.whichAutomation(known), usage.preview);
  if (later.includes(name)) throw new UsageError(wrongText.laterAutomation(name, known));
  const followed = sectionOfAutomation(name) ?? name;
  const meant = among.find(({ section }) => section === followed);
  if (meant !== undefined) throw new UsageError(wrongText.section(name, meant.name));
  const names = among.map((automation) => automation.name);
  throw new UsageError(orNearest(wrongText.noAutomation(name), name, names, wrongText.available(known)));
}

function readNumber(text: string | undefined, { name, numbered }: Automation): One | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new UsageError(wrongText.noNumber(text));
  if (numbered === null) throw new UsageError(wrongText.notNumbered(name));
  return { by: numbered, number: Number(text) };
}

function readTime(text: string | undefined): Date | null {
  if (text === undefined) return null;
  return new Date(timeGiven("--at", text));
}

/** Two answers to one question would leave it open which of them counts. */
function readChoice(file: string | undefined, ref: string | undefined): ConfigChoice | null {
  if (file !== undefined && ref !== undefined) throw new UsageError(wrongText.twoConfigs);
  if (ref === "") throw new UsageError(wrongText.noRef);
  if (file !== undefined) return { file };
  return ref === undefined ? null : { ref };
}

interface One {
  readonly by: Numbered;
  readonly number: number;
}

interface Asked {
  /** null: everything that the automation would reconcile. */
  readonly one: One | null;
  /** null: the sre.yml in force. */
  readonly choice: ConfigChoice | null;
  readonly apply: boolean;
}

/** The target of a number. Throws `CommandError` where the repository has nothing of that number. */
async function targetOf({ aside, repository }: PreviewSource, { by, number }: One): Promise<Target> {
  if (await exists(aside, repository, by.of, number)) return by.target(number);
  throw new CommandError(previewText.noNumber(`${repository.owner}/${repository.name}`, by.of, number));
}

interface Explained {
  readonly preview: Preview;
  /** Standard error says why nothing is done: it is off, archived, or has a reason of its own. */
  readonly explained: boolean;
}

/** How often a reconciliation starts over because a person changed something meanwhile. */
const STALE_TRIES = 5;

async function reconcileAt(
  source: PreviewSource,
  automation: Automation,
  among: readonly Automation[],
  { one, choice, apply }: Asked,
): Promise<Explained> {
  const { repository, archived, github, now, granted, webUrl, isInstalled } = source;
  const targets = one === null ? automation.allTargets : [await targetOf(source, one)];
  if (archived) console.error(previewText.archived(`${repository.owner}/${repository.name}`));
  if (targets.length === 0) console.error(previewText.oneAtATime(automation.name));
  const tried = choice === null || archived ? null : await readTriedConfig(github, repository, choice);
  const wrong = tried === null ? null : whyNotTried(automation, tried);
  if (wrong !== null) throw new CommandError(wrong);
  const asked = () => github.requests.rest + github.requests.graphql;
  using slow = sayWhileSlow(() => previewText.reading(`${repository.owner}/${repository.name}`, asked()));
  let facts: Record<string, unknown> = {};
  const described: unknown[] = [];
  const plan: Action[] = [];
  const found: Target[] = [];
  const explained = new Set<string>();
  const book = memoryBook();
  const read = installationRead(github, onboardingIn(process.env));
  const installation = isInstalled ? read : { ...read, repositories: async () => null };
  // All targets go by one reading of sre.yml, as on a server, which keeps it.
  let loaded = tried?.loaded ?? null;
  const reconcileTarget = async (target: Target, by = automation) => {
    const result = await reconcile({
      github,
      repository,
      automation: by,
      target,
      now,
      granted,
      webUrl,
      apply,
      book,
      installation,
      describes: true,
      ...(loaded === null ? {} : { loaded }),
    });
    loaded = result.loaded;
    // Without --apply a later reconciliation does not see what an earlier one would have written on the same commit.
    plan.push(...result.plan.filter((action) => !plan.some((earlier) => isSameCheck(earlier, action))));
    found.push(...result.fanOut.filter((each) => !targets.includes(each)));
    return result;
  };
  /** What goes on at once does so in a preview, too: reading history. */
  const recorded = async (target: Target) => {
    let result = await reconcileTarget(target);
    while (automation.records !== undefined && result.again !== null && result.again <= now)
      result = await reconcileTarget(target);
    return result;
  };
  /** What a reconciliation found for other automations belongs to it: a task's unanswered commands. */
  const followed = async (target: Target) => {
    const result = await recorded(target);
    let changed = 0;
    for (const wake of result.wakes) {
      const woken = among.find(({ name }) => name === wake.automation);
      if (woken !== undefined) changed += (await reconcileTarget(wake.target, woken)).applied?.written ?? 0;
    }
    return changed === 0 ? result : reconcileTarget(target);
  };
  const tellWhy = (reason: string | null) => {
    if (reason === null || explained.has(reason)) return;
    slow.clear();
    console.error(reason);
    explained.add(reason);
  };
  for (const target of archived ? [] : targets) {
    const result = await (automation.section === null ? reconcileTarget(target) : followed(target));
    if (result.off) {
      const why = whyOff(automation, repository, result.loaded, tried?.label ?? null);
      if (result.loaded.state === "broken") throw new CommandError(why);
      // Off is an answer: there is nothing to write.
      tellWhy(why);
    }
    tellWhy(result.emptyReason);
    facts = { ...facts, ...result.facts };
  }
  for (const target of found) {
    const result = await followed(target);
    tellWhy(result.emptyReason);
    described.push(result.facts);
  }
  if (described.length > 0) facts = { ...facts, looks: described };
  const repo = `${repository.owner}/${repository.name}`;
  const at = now.toISOString().replace(".000Z", "Z");
  const preview = { automation: automation.name, repo, at, facts, plan, requests: { ...github.requests } };
  return { preview, explained: archived || explained.size > 0 };
}

function isSameCheck(a: Action, b: Action): boolean {
  return a.action === "set-check-run" && b.action === a.action && a.name === b.name && a.head_sha === b.head_sha;
}

/** `detoil preview`: what an automation would do now, and why. */
export async function preview(argv: string[], among: readonly Automation[] = automations): Promise<number> {
  const { values, positionals } = parseCommand(
    {
      args: argv,
      allowPositionals: true,
      options: {
        repo: { type: "string" },
        world: { type: "string" },
        config: { type: "string" },
        ref: { type: "string" },
        number: { type: "string" },
        at: { type: "string" },
        app: { type: "string" },
        apply: { type: "boolean", default: false },
        out: { type: "string" },
        json: { type: "boolean", default: false },
      },
    },
    usage.preview,
  );
  const automation = automationNamed(positionals[0], among);
  if (positionals.length > 1) throw new UsageError(wrongText.oneAutomation, usage.preview);
  const repo = values.repo;
  if (repo === undefined || !/^[^/\s]+\/[^/\s]+$/.test(repo)) throw new UsageError(openedText.noRepo, usage.preview);
  if (values.apply && values.world === undefined) {
    throw new UsageError(wrongText.applyToGitHub);
  }
  if (values.out !== undefined && !values.apply) throw new UsageError(wrongText.outAlone);
  const one = readNumber(values.number, automation);
  const at = readTime(values.at);
  const choice = readChoice(values.config, values.ref);
  try {
    const source = await openSource({ repo, at, world: values.world ?? null, slug: values.app ?? null });
    let found: Explained | null = null;
    for (let tries = 1; found === null; tries += 1) {
      try {
        found = await reconcileAt(source, automation, among, { one, choice, apply: values.apply });
      } catch (error) {
        if (meaningOf(error).is !== "stale" || tries === STALE_TRIES) throw error;
      }
    }
    const { preview: result, explained } = found;
    // Without --out the world file itself is brought up to date; an empty plan leaves it alone to the byte.
    if (values.apply && (result.plan.length > 0 || values.out !== undefined)) await source.save(values.out ?? null);
    if (values.json) console.log(JSON.stringify(result, null, 2));
    // Where nothing was read, there is nothing to say besides that one has to be chosen.
    else if (one !== null || automation.allTargets.length > 0) {
      console.log(printPreview(result, { listsLag: source.listsLag, explained }));
    }
    return 0;
  } catch (error) {
    const explained = explain(error, { place: repo, name: automation.name, permissions: automation.permissions });
    throw explained === null ? error : new CommandError(explained);
  }
}

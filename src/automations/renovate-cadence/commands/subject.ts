import type { Executed, Subject } from "../../../commands/declaration.ts";
import type { Command } from "../../../commands/read-commands.ts";
import { ORG_REPOSITORY } from "../../../config/files.ts";
import { CADENCES } from "../../../config/kinds/cadence.ts";
import { code, escapeText } from "../../../markdown/escape.ts";
import { cut } from "../../../markdown/length.ts";
import { lineDiff } from "../../../markdown/line-diff.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import { cadenceIn } from "./argument.ts";
import type { CadenceCommandFacts, File } from "./facts.ts";
import { PROPOSAL, planProposal, processedIn } from "./proposal.ts";
import { commandText } from "./text.ts";
import { VERBS } from "./verbs.ts";
import { editorUrl, type Way, wayTo } from "./ways.ts";

type Context = ReconcileContext<"renovate">;

/** A cadence that was asked for, and by whom. */
interface Wanted {
  readonly cadence: string;
  readonly who: string;
}

const LONGEST_QUOTE = 60;

export function subject(facts: CadenceCommandFacts, context: Context): Subject {
  return subjectAt(null, facts, context);
}

function subjectAt(wanted: Wanted | null, facts: CadenceCommandFacts, context: Context): Subject {
  return {
    people: {},
    processed: processedIn(facts),
    offered: VERBS,
    help: null,
    execute: (command, who) => execute(command, who, facts, context),
    writes(processed) {
      const way = wanted === null ? null : wayTo(wanted.cadence, facts, context);
      if (wanted === null || way?.kind !== "pull request") return [];
      return planProposal({ ...wanted, processed }, way, facts, context);
    },
  };
}

function execute(command: Command, who: string, facts: CadenceCommandFacts, context: Context): Executed {
  const text = commandText(context.config.language);
  const { argument } = command;
  const cadence = cadenceIn(argument);
  const said = (line: string): Executed => ({ line, present: line, next: null });
  if (cadence === null) {
    return said(text.notACadence(argument === "" ? null : code(cut(argument, LONGEST_QUOTE)), CADENCES));
  }
  const { proposal } = facts;
  const open = proposal === null ? null : `#${proposal.number}`;
  const was = context.section.cadence;
  if (cadence === was) return said(text.already(cadence, open));
  const way = wayTo(cadence, facts, context);
  if (way.kind !== "pull request") return said(lineFor(way, cadence, facts, context));
  const next = subjectAt({ cadence, who }, facts, context);
  if (way.refused !== null) {
    // The plan goes on asking for it: what GitHub refuses is known as long as it does, and not requested again.
    const line = byHand(text.refused(code(way.refused)), way, facts, context);
    return { line, present: line, next };
  }
  const line = text.proposed(open ?? `#{{ref:${PROPOSAL}}}`, was, cadence);
  return { line, present: line, next, ...(open === null ? { needs: [{ ref: PROPOSAL }] } : {}) };
}

function byHand(
  why: string,
  { file, content }: { readonly file: File; readonly content: string },
  facts: CadenceCommandFacts,
  context: Context,
): string {
  const text = commandText(context.config.language);
  return `${why}${text.gap}${text.byHand(editorUrl(facts, context))}\n\n${lineDiff(file.text, content)}`;
}

function lineFor(
  way: Exclude<Way, { readonly kind: "pull request" }>,
  cadence: string,
  facts: CadenceCommandFacts,
  context: Context,
): string {
  const text = commandText(context.config.language);
  const editor = editorUrl(facts, context);
  switch (way.kind) {
    case "by hand":
      return byHand(text.mayNotWrite, way, facts, context);
    case "elsewhere": {
      const isOrganizations = facts.file === null;
      const head = isOrganizations ? ["version: 1", `_extends: ${ORG_REPOSITORY}`] : [];
      const lines = ["```yaml", ...head, "renovate:", `  cadence: ${cadence}`, "```"].join("\n");
      return `${isOrganizations ? text.organizations(organizationsFile(context)) : text.extended(holderOf(context), editor)}\n\n${lines}`;
    }
    case "unclear":
      return text.unclear(editor, cadence);
  }
}

function organizationsFile(context: Context): string {
  const url = configUrlOf(context);
  return url === null ? "sre.yml" : `[sre.yml](${url})`;
}

/** The repository whose file supplies the key: everybody who reads this may read that one's name. */
function holderOf({ loaded, repository, webUrl }: Context): string {
  const holder = loaded.suppliers.get("renovate.cadence") ?? `${repository.owner}/${repository.name}`;
  return `[${escapeText(holder)}](${webUrl}/${holder})`;
}

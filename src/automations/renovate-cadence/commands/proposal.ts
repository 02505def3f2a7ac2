import { CONFIG_PATH } from "../../../config/files.ts";
import type { Plan } from "../../../github/actions.ts";
import { managedBlock, replaceBlock } from "../../../managed/managed-body.ts";
import { escapeText } from "../../../markdown/escape.ts";
import type { ReconcileContext } from "../../automation.ts";
import { configUrlOf } from "../../config-url.ts";
import type { CadenceCommandFacts } from "./facts.ts";
import { commandText } from "./text.ts";
import type { Way } from "./ways.ts";

const BRANCH = "detoil/cadence";
const BLOCK = "cadence-proposal";

/** What later actions and the reply call it. */
export const PROPOSAL = "cadence-proposal";

interface Proposed {
  readonly cadence: string;
  readonly who: string;
  /** The comment that asked for it. */
  readonly processed: number;
}

/** The latest comment whose command the open pull request carries out; 0: there is none, or somebody wrote nonsense. */
export function processedIn({ proposal, latest }: CadenceCommandFacts): number {
  const stored = proposal?.isOurs === true ? managedBlock.find(proposal.body, BLOCK)?.data?.processed : null;
  return typeof stored === "number" && stored <= latest ? stored : 0;
}

/** The one pull request, opened or changed. */
export function planProposal(
  { cadence, who, processed }: Proposed,
  way: Extract<Way, { readonly kind: "pull request" }>,
  { base, branch, proposal, issue }: CadenceCommandFacts,
  context: ReconcileContext<"renovate">,
): Plan {
  if (base === null) return [];
  const because = `${who} asked for it in #${issue}`;
  const text = commandText(context.config.language);
  const title = text.title(cadence);
  const content = text.body(context.section.cadence, cadence, escapeText(who), issue, configUrlOf(context));
  const data = { processed, title };
  const commit = {
    action: "create-commit",
    ref: "cadence-commit",
    branch: BRANCH,
    message: title,
    path: CONFIG_PATH,
    content: way.content,
    sha: way.file.oid,
    because,
  } as const;
  const commits: Plan = way.content === way.file.text ? [] : [commit];
  if (proposal !== null && !proposal.isOurs) return commits;
  if (proposal !== null) {
    const { number, body } = proposal;
    const isUntouched = managedBlock.find(body, BLOCK)?.data?.title === proposal.title;
    const texts = { body: replaceBlock(body, BLOCK, content, data), expects: { body } };
    return [
      ...commits,
      { action: "update-pull-request", number, ...(isUntouched ? { title } : {}), ...texts, because },
    ];
  }
  const made = { action: "create-branch", ref: "cadence-branch", branch: BRANCH, sha: base.oid } as const;
  return [
    { ...made, moves: branch !== null, because },
    { ...commit, needs: [{ ref: "cadence-branch" }] },
    {
      action: "create-pull-request",
      ref: PROPOSAL,
      identity: `proposal/cadence/${processed}`,
      title,
      body: managedBlock.wrap(BLOCK, content, data),
      head: BRANCH,
      base: base.name,
      draft: false,
      needs: [{ ref: "cadence-commit" }],
      because,
    },
  ];
}

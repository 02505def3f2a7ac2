import { type GitHub, UNKNOWN } from "../../../github/client.ts";
import { isSelf } from "../../../github/is-self.ts";
import type { ReconcileContext } from "../../automation.ts";
import { forbiddenFor, rulesInto } from "../evaluating/rules.ts";
import type { GuardedPull } from "../facts.ts";
import { guardBase } from "./guard-base.generated.ts";
import { ownLines } from "./own-lines.ts";
import { readCommits, readLacking } from "./read-commits.ts";
import type { ListedNode, PullNode } from "./read-pulls.ts";
import { requiresCheck } from "./required-by.ts";

type Context = ReconcileContext<"branches">;

/** Reads what the rules ask about pull requests; what several of them need, once. */
export interface Examiner {
  examine(pull: ListedNode | PullNode): Promise<GuardedPull>;
}

export function examiner(github: GitHub, context: Context): Examiner {
  const { section, repository } = context;
  const lines = ownLines(github, repository);
  const requirements = new Map<string, boolean | null>();

  async function isRequired(pull: ListedNode | PullNode): Promise<boolean | null> {
    const { baseRefName: base } = pull;
    if (rulesInto(section, base).length === 0) return null; // the check says nothing of it
    const known = requirements.get(base);
    if (known !== undefined) return known;
    const required = requiresCheck("baseRef" in pull ? pull.baseRef : await readBase(github, context, base));
    requirements.set(base, required);
    return required;
  }

  async function basedOn(pull: ListedNode | PullNode, ends: ReturnType<typeof endsOf>) {
    const branches = forbiddenFor(section, ends);
    if (branches.length === 0) return { commits: [], forbidden: [] };
    const commits = await readCommits(github, context, pull.number, "commits" in pull ? pull.commits : undefined);
    const { forbidden, isOutdated } = await lines.judge(ends.base, branches, commits);
    const lacking = isOutdated ? await readLacking(github, context, ends.base, pull.headRefOid) : null;
    if (lacking === null) return { commits, forbidden };
    return { commits: lacking, forbidden: (await lines.judge(ends.base, branches, lacking)).forbidden };
  }

  return {
    async examine(pull) {
      const ends = endsOf(pull, context);
      return { number: pull.number, ...ends, ...(await basedOn(pull, ends)), required: await isRequired(pull) };
    },
  };
}

/** What the rules ask about by name. */
export function endsOf(pull: ListedNode | PullNode, { self }: Context) {
  const { baseRefName: base, headRefName: head, isCrossRepository, headRepository, author } = pull;
  const fork = headRepository === UNKNOWN ? "" : (headRepository?.nameWithOwner ?? "");
  return { base, head, fork: isCrossRepository ? fork : null, own: !isCrossRepository && isSelf(author, self) };
}

async function readBase(github: GitHub, { repository: { owner, name } }: Context, base: string) {
  const answer = await github.graphql(guardBase, { owner, name, baseRef: `refs/heads/${base}` });
  return answer.repository?.ref ?? null;
}

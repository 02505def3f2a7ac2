import { type GitHub, UNKNOWN } from "../../../github/client.ts";
import { ownRunIn, type Suites } from "../../../github/own-check.ts";
import type { ReconcileContext } from "../../automation.ts";
import { CHECK } from "../check/check.ts";
import type { TickFacts } from "./facts.ts";
import { historyIn } from "./read-history.ts";
import { releaseTick } from "./release-tick.generated.ts";

/** One request; none where no lane is signed off. */
export async function gatherTick(
  github: GitHub,
  context: ReconcileContext<"release">,
  number: number,
): Promise<TickFacts> {
  const lanes = context.section.lanes.filter((lane) => lane["sign-off"]);
  const { owner, name } = context.repository;
  if (lanes.length === 0) return { kind: "tick", pull: null };
  const { repository } = await github.graphql(releaseTick, { owner, name, number, check: CHECK });
  const pull = repository?.pullRequest ?? null;
  const target = pull?.headRef?.target ?? null;
  if (pull === null || target === null || pull.state !== "OPEN" || pull.isCrossRepository)
    return { kind: "tick", pull: null };
  if (!lanes.some(({ from, to }) => from === pull.headRefName && to === pull.baseRefName))
    return { kind: "tick", pull: null };
  const edits = pull.userContentEdits;
  // A branch always points at a commit; the schema allows any object.
  const suites = (target as { readonly checkSuites?: Suites | null }).checkSuites;
  const place = { repository: context.repository, oid: target.oid, check: CHECK };
  const checkRun = await ownRunIn(github, place, suites);
  const history = historyIn(edits === UNKNOWN ? null : edits, github);
  return { kind: "tick", pull: { number, body: pull.body, headOid: target.oid, checkRun, history } };
}

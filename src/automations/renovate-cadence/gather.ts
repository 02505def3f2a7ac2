import type { GitHub } from "../../github/client.ts";
import type { Observations, ReconcileContext } from "../automation.ts";
import { mergeGroupIn } from "../merge-group.ts";
import type { RenovateFacts } from "./facts.ts";
import { readGatedPull, readGatedPulls } from "./gate/read-gated.ts";
import { readMergeGroups } from "./gate/read-merge-groups.ts";
import { gatherCadence } from "./github/gather-cadence.ts";
import { targets } from "./targets.ts";

type Context = ReconcileContext<"renovate">;

const NONE = { kind: "none" } as const;

/** Reads the facts of one target. Without `gate` only the promise itself is read. */
export async function gather(
  github: GitHub,
  context: Context,
  { book }: Pick<Observations, "book">,
): Promise<RenovateFacts> {
  const target = targets.parse(context.target);
  if (target?.kind === "cadence") return gatherCadence(github, context, book);
  if (target === null || !context.section.gate) return NONE;
  switch (target.kind) {
    case "pull":
      return { kind: "gate", cadence: null, ...(await readGatedPull(github, context, target.value)) };
    case "pulls":
      return { kind: "gate", cadence: null, hasRelease: false, gated: await readGatedPulls(github, context, false) };
    case "merge-groups":
    case "merge-group": {
      const gated = await readMergeGroups(github, context, target.kind === "merge-group" ? mergeGroupIn(target) : null);
      const decides = gated.some(({ isRelease }) => isRelease);
      const cadence = decides ? await gatherCadence(github, context, book) : null;
      return { kind: "gate", cadence, hasRelease: false, gated };
    }
  }
}

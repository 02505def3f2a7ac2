import { parseArgs } from "node:util";
import { createSimulator, parseWorld } from "../simulator/index.ts";
import { renovateCadence as automation } from "../src/automations/renovate-cadence/index.ts";
import { noObservations } from "../src/engine/reconcile.ts";
import { memoryBook } from "../src/records/memory-book.ts";
import { REPO, reconcileOnce } from "./reconcile.ts";
import { countedSince } from "./requests.ts";

const DAY = 86_400_000;
const NOW = Date.parse("2026-11-20T01:00:00Z");
/** Release notes make such a text long. */
const NOTES = "- a change that somebody made, and why\n".repeat(500);

const at = (daysAgo: number) => new Date(NOW - daysAgo * DAY).toISOString();

function textOf(number: number): string {
  return `This PR contains the following updates:

| Package | Update | Change |
|---|---|---|
| [package-${number}](https://example.org/package-${number}) | minor | \`1.0.${number}\` → \`1.1.0\` |

---

### Release Notes

${NOTES}
---

 - [ ] <!-- rebase-check -->If you want to rebase/retry this PR, check this box
`;
}

/** Updates of two years: the open ones are the newest. */
function worldWith(open: number, closed: number): object {
  const pulls = Array.from({ length: open + closed }, (_, index) => {
    const number = index + 1;
    const isOpen = number > closed;
    const opened = isOpen ? 20 - ((number - closed) % 20) : 20 + ((closed - index) * 700) / closed;
    const ended = { state: "merged", merged_at: at(opened - 4), closed_at: at(opened - 4), merge_method: "squash" };
    return {
      ...{
        number,
        title: `Update dependency package-${number} to v1.1.0`,
        body: textOf(number),
        user: "renovate[bot]",
      },
      ...{ base: "main", head: `renovate/package-${number}-1.x`, head_sha: "start", created_at: at(opened) },
      ...(isOpen ? { updated_at: at(opened) } : { updated_at: at(opened - 4), merge_commit_sha: "start", ...ended }),
    };
  });
  const dashboard = {
    ...{ number: open + closed + 1, title: "Dependency Dashboard", user: "renovate[bot]", updated_at: at(1) },
    body: " - [ ] <!-- unlimit-branch=renovate/other-2.x -->Update dependency other to v2\n",
  };
  return {
    now: new Date(NOW).toISOString(),
    users: [{ login: "renovate[bot]", type: "Bot" }],
    repos: [
      {
        ...{ name: REPO, default_branch: "main", branches: { main: "start" } },
        commits: [{ sha: "start", message: "Start", committed_at: at(800) }],
        files: { ".github/sre.yml": "version: 1\nrenovate:\n  cadence: monthly\n" },
        pulls,
        issues: [dashboard],
      },
    ],
  };
}

/**
 * A repository has so many update pull requests, none of which was read before: what do the reading and the issue cost, and the next
 * reconciliation, which finds nothing new? One request of each reads sre.yml. Writes are requests too.
 */
export async function cadence(argv: string[]): Promise<Record<string, unknown>> {
  const { values } = parseArgs({
    args: argv,
    options: { open: { type: "string", default: "100" }, closed: { type: "string", default: "500" } },
  });
  const [open, closed] = [Number(values.open), Number(values.closed)];
  const simulator = createSimulator(parseWorld(worldWith(open, closed), "bench"));
  const book = memoryBook();
  const cost = async () => {
    await countedSince(simulator);
    await reconcileOnce(simulator, automation, "cadence", noObservations, book);
    return countedSince(simulator);
  };
  const first = await cost();
  const { requests, writes } = await cost();
  return { open, closed, ...first, unchanged: { requests, writes } };
}

import { type Counting, countedHistory } from "../../metrics/counting.ts";
import type { History } from "../../metrics/history.ts";
import type { Instant } from "../../records/record.ts";
import { nameOf, readAll } from "../records/read.ts";
import type { RecordScope } from "../records/scope.ts";
import { inTransaction, type Store, type Transaction } from "../store.ts";
import { type AttributionState, lockAttributions, putAttributionState } from "./state.ts";
import { readSince } from "./window.ts";
import { firstDeployments, replaceAttributions } from "./write.ts";

/** Of a repository's history what windows from `from` on show; what was recorded since the last time is attributed first. */
export function storedHistory(store: Store, scope: RecordScope, counting: Counting, from: Instant): Promise<History> {
  return inTransaction(store, async (transaction) => {
    const known = await lockAttributions(transaction, scope);
    const repo = await nameOf(transaction, scope);
    if (known === null || repo === null)
      return countedHistory({ commits: [], changes: [], deployments: [], incidents: [] }, counting);
    const { firstDeployments } = await upToDate(transaction, scope, repo, counting, known);
    return readSince({ transaction, scope, repo }, counting, from, firstDeployments);
  });
}

async function upToDate(
  transaction: Transaction,
  scope: RecordScope,
  repo: string,
  counting: Counting,
  known: AttributionState,
): Promise<AttributionState> {
  const counted = nameOfCounting(counting);
  if (known.dirtyFrom === null && known.counting === counted) return known;
  const history = countedHistory(await readAll(transaction, scope, repo), counting);
  await replaceAttributions(transaction, scope, history);
  const state = { counting: counted, dirtyFrom: null, firstDeployments: firstDeployments(history) };
  await putAttributionState(transaction, scope, state);
  return state;
}

/** To be counted up when the same records are attributed in another way. */
const RULES = 1;

/** The same for all settings by which the same is attributed. */
function nameOfCounting({ section, lanes, settings }: Counting): string {
  const { environments, ignoreAuthors, hotfixLabels, excludeLabels, reverts, rollbacks } = settings;
  const ends = lanes.map(({ from, to }) => [from, to]);
  const { deployments, incidents } = section;
  return JSON.stringify([
    RULES,
    deployments,
    incidents,
    ends,
    environments,
    ignoreAuthors,
    hotfixLabels,
    excludeLabels,
    reverts,
    rollbacks,
  ]);
}

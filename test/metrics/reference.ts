import type { FourKeysSettings, Window } from "../../src/metrics/settings.ts";
import type { ChangeRecord, DeploymentRecord, Records } from "../../src/records/record.ts";

// Contract §7 a second time, sentence by sentence and as slow as it likes: sets, no indexes, no order of work. It shares
// nothing with src/metrics but the types.

interface Row {
  readonly change: ChangeRecord;
  readonly service: string | null;
  readonly deployment: DeploymentRecord | null;
  readonly attribution: string | null;
}

interface Failure {
  readonly id: string | number;
  readonly repo: string;
  readonly openedAt: number | null;
  readonly resolvedAt: number | null;
  readonly deployment: DeploymentRecord | null;
}

const end = (deployment: DeploymentRecord) => deployment.finishedAt ?? Number.NaN;

/** Whether `a` finished first; at the same moment the smaller name did. */
function isBefore(a: DeploymentRecord, b: DeploymentRecord): boolean {
  if (end(a) !== end(b)) return end(a) < end(b);
  if (a.repo !== b.repo) return a.repo < b.repo;
  return Number(a.id) < Number(b.id);
}

const earliest = (deployments: readonly DeploymentRecord[]) =>
  deployments.find((one) => deployments.every((other) => other === one || isBefore(one, other))) ?? null;
const latest = (deployments: readonly DeploymentRecord[]) =>
  deployments.find((one) => deployments.every((other) => other === one || isBefore(other, one))) ?? null;

export function slowFourKeys(records: Records, window: Window, settings: FourKeysSettings) {
  const exists = records.deployments.filter(
    ({ status, environment }) => status === "success" && (settings.environments?.includes(environment) ?? true),
  );
  const counted = records.changes.filter(({ author }) => author === null || !settings.ignoreAuthors.includes(author));
  const inWindow = (time: number | null) => time !== null && time >= window.from && time < window.to;

  const earlierInSeries = (deployment: DeploymentRecord) =>
    exists.filter(
      (other) =>
        other.repo === deployment.repo &&
        other.environment === deployment.environment &&
        other.service === deployment.service &&
        isBefore(other, deployment),
    );

  const parents = (repo: string, sha: string) =>
    records.commits.find((commit) => commit.repo === repo && commit.sha === sha)?.parents ?? [];
  const isKnown = (repo: string, sha: string | null) =>
    records.commits.some((commit) => commit.repo === repo && commit.sha === sha);
  const reachable = (repo: string, sha: string | null): ReadonlySet<string> => {
    const reached = new Set(sha === null ? [] : [sha]);
    for (let before = -1; before !== reached.size; ) {
      before = reached.size;
      for (const each of [...reached]) for (const parent of parents(repo, each)) reached.add(parent);
    }
    return reached;
  };

  const claims = (deployment: DeploymentRecord, change: ChangeRecord, service: string | null): string | null => {
    if (deployment.repo !== change.repo) return null;
    if (service !== null && deployment.service !== null && service !== deployment.service) return null;
    const earlier = earlierInSeries(deployment);
    const has = (shas: Iterable<string>) => change.sha !== null && [...shas].includes(change.sha);
    if (deployment.changes !== null) return has(deployment.changes) ? "listed" : null;
    if (earlier.length === 0) return deployment.sha !== null && has([deployment.sha]) ? "first" : null;
    if (isKnown(deployment.repo, deployment.sha)) {
      const before = new Set(earlier.flatMap(({ repo, sha }) => [...reachable(repo, sha)]));
      const brought = [...reachable(deployment.repo, deployment.sha)].filter((sha) => !before.has(sha));
      return has(brought) ? "commits" : null;
    }
    const previous = latest(earlier);
    const { mergedAt } = change;
    if (previous === null || mergedAt === null) return null;
    return end(previous) < mergedAt && mergedAt <= end(deployment) ? "merge-time" : null;
  };

  const rows: Row[] = counted.flatMap((change) =>
    (change.services.length === 0 ? [null] : change.services).map((service) => {
      const deployment = earliest(exists.filter((each) => claims(each, change, service) !== null));
      return { change, service, deployment, attribution: deployment && claims(deployment, change, service) };
    }),
  );
  const shippedBy = (change: ChangeRecord) =>
    earliest(rows.flatMap((row) => (row.change === change && row.deployment ? [row.deployment] : [])));
  const deployedBefore = (original: readonly ChangeRecord[], by: DeploymentRecord | null) => {
    const cause = earliest(original.flatMap((each) => shippedBy(each) ?? []));
    return cause !== null && (by === null || isBefore(cause, by)) ? cause : null;
  };
  const revertedBy = ({ repo, reverts }: ChangeRecord) =>
    reverts === null ? [] : counted.filter((other) => other.repo === repo && other.sha === reverts);

  const incidents: Failure[] = records.incidents.map(({ id, repo, openedAt, resolvedAt, deployment }) => ({
    ...{ id, repo, openedAt, resolvedAt },
    deployment:
      deployment === null
        ? latest(exists.filter((each) => each.repo === repo && end(each) < openedAt))
        : (exists.find((each) => each.repo === repo && String(each.id) === String(deployment)) ?? null),
  }));
  const isThere = (id: string, repo: string) => incidents.some((each) => each.repo === repo && each.id === id);
  for (const change of counted) {
    const by = shippedBy(change);
    const cause = deployedBefore(revertedBy(change), by);
    const id = `revert/${change.pull}`;
    if (!settings.reverts || change.mergedAt === null || cause === null || isThere(id, change.repo)) continue;
    incidents.push({ id, repo: change.repo, openedAt: change.openedAt, resolvedAt: by && end(by), deployment: cause });
  }
  const named = new Set([
    ...incidents.filter(({ id }) => String(id).startsWith("revert/")).map(({ deployment }) => deployment),
    ...incidents
      .filter(({ id, repo }) =>
        records.incidents.some((each) => each.id === id && each.repo === repo && each.deployment !== null),
      )
      .map(({ deployment }) => deployment),
  ]);
  for (const deployment of settings.rollbacks ? exists : []) {
    const { repo, sha, id } = deployment;
    const replaced = latest(earlierInSeries(deployment));
    if (replaced === null || sha === null || replaced.sha === sha || named.has(replaced)) continue;
    if (!reachable(repo, replaced.sha).has(sha)) continue;
    incidents.push({
      id: `rollback/${id}`,
      repo,
      openedAt: end(replaced),
      resolvedAt: end(deployment),
      deployment: replaced,
    });
  }

  for (const { deployment } of incidents.filter(({ id }) => String(id).startsWith("rollback/"))) named.add(deployment);
  const opened = (change: ChangeRecord) => change.openedAt ?? Number.MAX_SAFE_INTEGER;
  const name = ({ repo, pull }: ChangeRecord) => `${repo} hotfix/${pull}`;
  const hotfixes = counted
    .filter(
      ({ labels, mergedAt }) => mergedAt !== null && labels.some((label) => settings.hotfixLabels.includes(label)),
    )
    .toSorted((a, b) => opened(a) - opened(b) || (name(a) < name(b) ? -1 : 1));
  for (const change of hotfixes) {
    const by = shippedBy(change);
    const cause = deployedBefore(
      counted.filter(({ repo, pull }) => repo === change.repo && pull !== null && pull === change.repairs),
      by,
    );
    if (cause === null || named.has(cause)) continue;
    named.add(cause);
    const times = { openedAt: change.openedAt, resolvedAt: by && end(by) };
    incidents.push({ id: `hotfix/${change.pull}`, repo: change.repo, ...times, deployment: cause });
  }

  const finished = exists.filter((deployment) => inWindow(deployment.finishedAt));
  const failed = finished.filter((each) => incidents.some(({ deployment }) => deployment === each));
  const rework = finished.filter((each) =>
    rows.some(
      ({ change, deployment }) =>
        deployment === each &&
        (change.labels.some((label) => settings.hotfixLabels.includes(label)) ||
          deployedBefore(revertedBy(change), each) !== null),
    ),
  );
  const shipped = rows.filter(({ deployment }) => deployment !== null && inWindow(deployment.finishedAt));
  const resolved = incidents.filter(({ resolvedAt }) => inWindow(resolvedAt));
  const lasted = (from: number | null, to: number | null) =>
    from === null || to === null || to < from ? [] : [(to - from) / 1000];
  return {
    deployments: finished.length,
    shipped: shipped
      .map(({ change, deployment, attribution }) => `${change.repo} #${change.pull} ${deployment?.id} ${attribution}`)
      .sort(),
    lead: median(
      shipped.flatMap(({ change, deployment }) => lasted(change.firstCommitAt, deployment && end(deployment))),
    ),
    failed: failed.map(({ id }) => id).sort(),
    rework: rework.map(({ id }) => id).sort(),
    resolved: resolved.map(({ repo, id, deployment }) => `${repo} ${id} ${deployment?.id ?? null}`).sort(),
    recovery: median(resolved.flatMap(({ openedAt, resolvedAt }) => lasted(openedAt, resolvedAt))),
    unattributed: {
      changes: rows.filter(({ change, deployment }) => deployment === null && inWindow(change.mergedAt)).length,
      incidents: incidents.filter(({ deployment, openedAt }) => deployment === null && inWindow(openedAt)).length,
    },
  };
}

/** The middle value, or the mean of the two middle ones. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  const [below, above] = middle;
  return below === undefined || above === undefined ? null : (below + above) / 2;
}

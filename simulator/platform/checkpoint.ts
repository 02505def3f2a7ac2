import type { SimRepo, SimState } from "../state.ts";

/**
 * Saves a repository, so that an action that is refused halfway leaves no trace. Cheap enough for every write: commits never
 * change, and an action that can fail after its first change touches, besides what it adds, only its one subject.
 */
export function checkpoint(state: SimState, repo: SimRepo | null, about: number | null): () => void {
  const { nextId } = state;
  const users = new Map(state.users);
  if (repo === null) {
    return () => {
      state.nextId = nextId;
      state.users = users;
    };
  }
  const whole = { ...repo };
  const maps = {
    commits: new Map(repo.commits),
    branches: new Map(repo.branches),
    tags: new Map(repo.tags),
    labels: new Map(repo.labels),
    milestones: new Map(repo.milestones),
    pulls: new Map(repo.pulls),
    issues: new Map(repo.issues),
    deployments: new Map(repo.deployments),
    workflow_runs: new Map(repo.workflow_runs),
    check_runs: new Map(repo.check_runs),
    check_suites: structuredClone(repo.check_suites),
    auto_trigger_checks: new Map(repo.auto_trigger_checks),
    merge_queues: structuredClone(repo.merge_queues),
    statuses: [...repo.statuses],
    releases: [...repo.releases],
  };
  const items =
    about === null
      ? []
      : [repo.pulls.get(about), repo.issues.get(about), repo.milestones.get(about), repo.check_runs.get(about)];
  const copies = items.flatMap((item) => (item === undefined ? [] : [{ item, copy: structuredClone(item) }]));
  return () => {
    state.nextId = nextId;
    state.users = users;
    Object.assign(repo, whole, maps);
    for (const { item, copy } of copies) Object.assign(item, copy);
  };
}

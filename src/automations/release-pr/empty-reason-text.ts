/** For the terminal of whoever runs `detoil preview`. */
export const emptyReasonText = {
  unchecked: (repo: string, people: readonly string[]) =>
    `This token may not ask who may write to ${repo} (that takes push access), so what ${people.join(", ")} did counts as if they may.`,
  noChecks: (branch: string) =>
    `This token may not read the checks of ${branch} (it takes the permissions Checks and Commit statuses), so the notice about them is left out.`,
  /** One line for each lane. */
  lane: (from: string, to: string, why: string) => `${from} → ${to}: ${why}`,
  missing: (branches: readonly string[]) =>
    branches.length === 0
      ? "these branches have no commit in common."
      : `there is no branch ${branches.join(", and no branch ")}.`,
  outsider: (number: number, author: string) =>
    `#${number} is open between them, by ${author}, who may not write to the repository; GitHub allows no second one.`,
  open: (number: number) => `#${number} is open and shows what waits.`,
  nothing: (from: string, to: string) => `${to} has everything that ${from} has.`,
  direct: (commits: number) =>
    `${commits === 1 ? "1 commit waits" : `${commits} commits wait`} without a pull request. A release pull request lists pull requests, so none is opened.`,
  cancelled: "the commits that wait bring nothing new: they are back-merges, or cancel each other out.",
  frozen: (until: string) => `frozen until ${until}.`,
  closed: (number: number) => `#${number} was closed, and nothing was merged since. The next merge opens another one.`,
  scheduled: (cron: string) =>
    `something waits. A release pull request is opened at the next time of \`schedule: ${cron}\`.`,
  refused: "GitHub refused the release pull request; its issue says why.",
};

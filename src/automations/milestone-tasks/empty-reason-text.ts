/** For the terminal of whoever runs `detoil preview`. */
export const emptyReasonText = {
  forgotten: (milestone: number, due: string) =>
    `Milestone ${milestone} was due on ${due}, more than 30 days ago, and never had tasks: none are created for it. Give it a new date to change that.`,
  closed: (milestone: number) => `Milestone ${milestone} is closed and never had tasks: none are created for it.`,
  notMatched: (milestone: number, match: string) =>
    `Milestone ${milestone} has a title that \`milestones.match: ${match}\` does not match.`,
  noMilestone: (repo: string, match: string) =>
    match === "*"
      ? `${repo} has no open milestone.`
      : `${repo} has no open milestone that \`match: ${match}\` matches.`,
  noIssues: (repo: string) => `${repo} has its issues switched off.`,
};

/** For the terminal of whoever runs `detoil preview`. */
export const emptyReasonText = {
  noLabel: (number: number, label: string) =>
    `#${number} is no open request: it is closed, or does not have the label "${label}".`,
  noRequests: (repo: string, label: string) => `${repo} has nothing open with the label "${label}".`,
  locked: (number: number) =>
    `#${number} is locked, and an App cannot comment there. It is asked about once it is unlocked.`,
  backlog: (number: number) =>
    `#${number} has waited for more than a week. Of such requests each person is asked about two a day: it waits for its turn.`,
  closedHours: (opens: string) => `Nobody is asked outside business hours: they begin on ${opens}.`,
  alone: (repo: string) =>
    `Turns and load are those of ${repo} alone: a preview does not know other repositories that share these people.`,
};

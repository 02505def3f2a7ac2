/** Why history cannot be read, for the person at the terminal. */
export const backfillText = {
  later: "This version does not act on `four-keys` yet.",
  notInstalled: (repository: string) =>
    `Detoil is not installed on ${repository}: check the name, or install the App there.`,
  notAllowed: (owner: string) => `ALLOWED_OWNERS does not name ${owner}: add it, and restart the server.`,
  suspended: (repository: string) => `Detoil is suspended on ${repository}: an owner can resume it on GitHub.`,
  off: (repository: string) => `sre.yml of ${repository} has no \`four-keys\`, which says what to read: add it first.`,
  permissions: (repository: string) =>
    `Detoil lacks permissions on ${repository}: \`detoil doctor\` names them, and an owner can grant them on GitHub.`,
  noAnswer: (reason: string) => `GitHub does not answer (${reason}): try again.`,
  failed: (reason: string) => `GitHub does not answer (${reason}). What was read is kept: run it again to continue.`,
};

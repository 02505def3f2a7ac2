/** Where the data is, and why the database cannot be used, for the person who starts the server. Never a password. */
export const storeText = {
  embedded: (folder: string) => `the embedded database in ${folder}`,
  server: (where: string) => `PostgreSQL at ${where}`,
  noAddress: "DATABASE_URL is not a PostgreSQL address. Write it as postgres://USER:PASSWORD@HOST:5432/DATABASE.",
  tooOld: (where: string) => `The database at ${where} is older than PostgreSQL 13: use a newer one.`,
  unusable: (where: string, reason: string) => `The database at ${where} cannot be used: ${reason}.`,
  reasons: {
    password: "it refuses the password: check DATABASE_URL",
    user: "it refuses this user: check DATABASE_URL",
    noDatabase: "it has no database of this name: create it, or check DATABASE_URL",
    full: "it has no connection left: raise max_connections",
  },
  unreachable: (where: string, reason: string) =>
    `The database at ${where} cannot be reached (${reason}): check DATABASE_URL and that PostgreSQL is running.`,
  newer:
    "This database was written by a newer version of Detoil: start that version or a later one, or point DATABASE_URL (DETOIL_DATA) at another database.",
  /** The folder of the embedded database, or of the App's credentials. */
  unwritable: (folder: string, code: string) =>
    `DETOIL_DATA: the folder ${folder} cannot be written (${code}): make it writable, or name another one.`,
  inUse: (folder: string) =>
    `Another Detoil already uses the embedded database in ${folder}: stop it, set DETOIL_DATA to another folder, or use PostgreSQL (DATABASE_URL) for several processes.`,
  unopened: (folder: string, reason: string) =>
    `The embedded database in ${folder} cannot be opened (${reason}): restore it from a backup, or move the folder away to start with an empty one; Detoil reads everything from GitHub again.`,
};

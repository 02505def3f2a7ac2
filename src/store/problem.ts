/** The database cannot be used, in one sentence for the person who starts the server. Never carries a password. */
export class StoreProblem extends Error {
  override readonly name: string = "StoreProblem";
}

/** Another process has the folder of the embedded database. */
export class FolderInUse extends StoreProblem {
  override readonly name = "FolderInUse";
}

/** The set-up cannot go on, in one sentence for the person who starts the server. */
export class SetupProblem extends Error {
  override readonly name = "SetupProblem";
}

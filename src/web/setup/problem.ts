/** The setup cannot continue; one sentence for the person who starts the server. */
export class SetupProblem extends Error {
  override readonly name = "SetupProblem";
}

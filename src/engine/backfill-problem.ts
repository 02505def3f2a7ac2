/** History cannot be read, in one sentence for the person who asked for it. */
export class BackfillProblem extends Error {
  override readonly name = "BackfillProblem";
}

/** Why a request is refused: its HTTP status, and one sentence for whoever sent it. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly status: number;
  /** Seconds after which it may go better. */
  readonly retryAfter: number | null;

  constructor(status: number, sentence: string, retryAfter: number | null = null) {
    super(sentence);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

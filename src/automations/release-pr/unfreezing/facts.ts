/** A pull request on which somebody commanded. */
export interface UnfreezeFacts {
  readonly number: number;
  readonly isOpen: boolean;
  readonly body: string;
  readonly base: string;
  readonly head: string;
  readonly crossRepository: boolean;
}

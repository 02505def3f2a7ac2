/** A login as REST writes it (`renovate[bot]`), and whether it is a bot's: those are never pinged. */
export interface Person {
  readonly login: string;
  readonly bot: boolean;
}

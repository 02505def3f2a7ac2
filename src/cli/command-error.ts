/** The input or the outcome is bad, in one sentence for the person at the terminal: exit code 1, no stack trace. */
export class CommandError extends Error {}

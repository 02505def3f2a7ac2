import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { type CarriedOut, carriedOut } from "../../../github/apply/carried-out.ts";
import type { Written } from "./entry.ts";

/** What the server writes in one repository, from now until the end, each with its `because`. */
export class Writes {
  readonly done: CarriedOut[] = [];
  readonly #hear: (message: unknown) => void;

  constructor(repository: string) {
    this.#hear = (message) => {
      const done = message as CarriedOut;
      if (`${done.repo.owner}/${done.repo.repo}` === repository) this.done.push(done);
    };
    subscribe(carriedOut.name, this.#hear);
  }

  end(): void {
    unsubscribe(carriedOut.name, this.#hear);
  }
}

/** The reason of the write that it comes from, of several the last one's; null if the text already says it. */
export function reasonFor(written: Pick<Written, "what" | "cameOf">, done: readonly CarriedOut[]): string | null {
  const because = done.findLast((one) => written.cameOf(one))?.action.because ?? null;
  return because !== null && written.what.endsWith(because) ? null : because;
}

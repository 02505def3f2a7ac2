import type { Simulator } from "../../../simulator/index.ts";
import { type Sheet, sheetOf, writtenSince } from "../demo/story/written.ts";
import { tryText } from "./text.ts";

/** Tells what Detoil writes and where it is installed, as it happens. */
export class Feed {
  readonly #simulator: Simulator;
  readonly #print: (line: string) => void;
  #sheet: Sheet;
  #accounts: readonly string[];

  constructor(simulator: Simulator, print: (line: string) => void) {
    this.#simulator = simulator;
    this.#print = print;
    this.#sheet = this.#read();
    this.#accounts = this.#installed();
  }

  /** After a request of Detoil's: what is new is Detoil's. */
  tell(): void {
    this.#tellInstallations();
    const sheet = this.#read();
    for (const { what, path, outcome } of writtenSince(this.#sheet, sheet)) {
      const sign = outcome === null ? "»" : outcome === "green" ? "✓" : "✗";
      this.#print(tryText.wrote(sign, what, `${this.#simulator.baseUrl}${path}`));
    }
    this.#sheet = sheet;
  }

  /** After somebody acted: what is new is theirs. */
  skip(): void {
    this.#tellInstallations();
    this.#sheet = this.#read();
  }

  #tellInstallations(): void {
    const now = this.#installed();
    for (const account of now) if (!this.#accounts.includes(account)) this.#print(tryText.installed(account));
    for (const account of this.#accounts) if (!now.includes(account)) this.#print(tryText.uninstalled(account));
    this.#accounts = now;
  }

  #installed(): string[] {
    return [...this.#simulator.state.installations.values()].map(({ account }) => account);
  }

  #read(): Sheet {
    const { state } = this.#simulator;
    return new Map([...state.repos.values()].flatMap((repo) => [...sheetOf(state, repo)]));
  }
}

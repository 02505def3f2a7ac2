import type { Document } from "./client.ts";
import { meaningOf } from "./error-meaning.ts";

/** A 502 may also be an outage, so there are few more tries. An explicit limit error is reliable at any size. */
const SMALLEST_GUESS = 10;

/** After as many answers in a row a page is doubled again: what was too expensive may have been one page, or a busy minute. */
const GOOD_ANSWERS = 10;

type Paged = Pick<Document<unknown, unknown>, "name" | "pages">;
type Sizes = Readonly<Record<string, number>>;

/** Sizes below those that a document asks for, and the answers since they last changed. */
interface Reduced {
  readonly sizes: Sizes;
  readonly answers: number;
}

/** What was reduced, by where it was and the document's name. */
export type ReducedSizes = Map<string, Reduced>;

/**
 * Sizes of pages, halved where GitHub finds a query too expensive; they stay so for the pages that follow, and grow back
 * once those are answered. GitHub gives a query 10 seconds, and texts of bots are long.
 */
export class PageSizes {
  readonly #reduced: ReducedSizes;
  readonly #where: string;

  /** `where`: what shares its sizes; clients come and go. */
  constructor(reduced: ReducedSizes = new Map(), where = "") {
    this.#reduced = reduced;
    this.#where = where;
  }

  of({ name, pages = {} }: Paged): Sizes {
    return this.#reduced.get(this.#key(name))?.sizes ?? pages;
  }

  /** Halves the page size after such a failure, if it can still be smaller; returns whether it did. */
  halve(document: Paged, error: unknown): boolean {
    const meaning = meaningOf(error);
    if (meaning.is !== "too costly") return false;
    const sizes = this.of(document);
    const least = meaning.isGuess ? SMALLEST_GUESS : 1;
    const halved = Object.entries(sizes).map(([name, size]): [string, number] => [name, Math.floor(size / 2)]);
    if (halved.length === 0 || halved.some(([, size]) => size < least)) return false;
    this.#reduced.set(this.#key(document.name), { sizes: Object.fromEntries(halved), answers: 0 });
    return true;
  }

  answered({ name, pages = {} }: Paged): void {
    const key = this.#key(name);
    const reduced = this.#reduced.get(key);
    if (reduced === undefined) return;
    const answers = reduced.answers + 1;
    if (answers < GOOD_ANSWERS) {
      this.#reduced.set(key, { ...reduced, answers });
      return;
    }
    const doubled = Object.entries(reduced.sizes).map(([variable, size]): [string, number] => [
      variable,
      Math.min(size * 2, pages[variable] ?? size),
    ]);
    if (doubled.every(([variable, size]) => size === pages[variable])) this.#reduced.delete(key);
    else this.#reduced.set(key, { sizes: Object.fromEntries(doubled), answers: 0 });
  }

  #key(name: string): string {
    return `${this.#where} ${name}`;
  }
}

import type { Document } from "./client.ts";
import { meaningOf } from "./error-meaning.ts";

/** A 502 may also be an outage, so there are few more tries. An explicit limit error is reliable at any size. */
const SMALLEST_GUESS = 10;

type Paged = Pick<Document<unknown, unknown>, "name" | "pages">;
type Sizes = Readonly<Record<string, number>>;

/**
 * Sizes of pages, halved where GitHub finds a query too expensive; they stay so for the pages that follow. GitHub gives a query
 * 10 seconds, and texts of bots are long.
 */
export class PageSizes {
  readonly #sizes = new Map<string, Sizes>();

  of({ name, pages = {} }: Paged): Sizes {
    return this.#sizes.get(name) ?? pages;
  }

  /** Halves the page size after such a failure, if it can still be smaller; returns whether it did. */
  halve(document: Paged, error: unknown): boolean {
    const meaning = meaningOf(error);
    if (meaning.is !== "too costly") return false;
    const sizes = this.of(document);
    const least = meaning.isGuess ? SMALLEST_GUESS : 1;
    const halved = Object.entries(sizes).map(([name, size]): [string, number] => [name, Math.floor(size / 2)]);
    if (halved.length === 0 || halved.some(([, size]) => size < least)) return false;
    this.#sizes.set(document.name, Object.fromEntries(halved));
    return true;
  }
}

/** A page of a GraphQL connection: where it ends, and whether more follows. */
export interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * How far a list has been read. It ends where GitHub says so, where GitHub leaves a page out, and where a cursor comes
 * again: such a list leads back to itself, and would be read forever.
 */
export class PageCursor {
  #after: string | null;
  #more = true;
  readonly #seen = new Set<string>();

  constructor(after: string | null = null) {
    this.#after = after;
  }

  /** Where the next page begins; null: at the top. */
  get after(): string | null {
    return this.#after;
  }

  get more(): boolean {
    return this.#more;
  }

  moveBehind(page: Page | null | undefined): void {
    const next = page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
    if (next === null || this.#seen.has(next)) {
      this.#more = false;
      return;
    }
    this.#seen.add(next);
    this.#after = next;
  }

  /** Nothing further is wanted. */
  stop(): void {
    this.#more = false;
  }
}

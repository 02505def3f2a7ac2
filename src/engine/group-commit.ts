/**
 * Things that arrive while a transaction is under way share the next one: a commit costs about the same for one row as
 * for two hundred, and the first of them waits for nothing.
 */
export interface GroupCommit<Item, Result> {
  /** Resolves when the item's transaction is committed. */
  add(item: Item): Promise<Result>;
  /** How many items wait for a transaction. */
  readonly waiting: number;
  /** Resolves when nothing is under way any more. */
  idle(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly done: (result: Result) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * `run` gets 1 to `most` items and answers as many results, in their order. Where it throws what `isOfOne` takes for the
 * fault of one item, each is tried alone; else all fail together.
 */
export function groupCommit<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  most: number,
  isOfOne: (error: unknown) => boolean = () => true,
): GroupCommit<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let turning: Promise<void> | null = null;

  async function together(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await run(group.map((one) => one.item));
      group.forEach((one, index) => {
        one.done(results[index] as Result);
      });
    } catch (error) {
      if (group.length === 1 || !isOfOne(error)) {
        for (const one of group) {
          one.fail(error);
        }
        return;
      }
      // One item that the database refuses must not take its neighbours along.
      for (const one of group) {
        await together([one]);
      }
    }
  }

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const group = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await together(group);
    }
    turning = null;
  }

  return {
    add(item) {
      return new Promise((done, fail) => {
        waiting.push({ item, done, fail });
        turning ??= flush();
      });
    },
    get waiting() {
      return waiting.length;
    },
    async idle() {
      await turning;
    },
  };
}

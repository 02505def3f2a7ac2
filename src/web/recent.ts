/** Caches the result of a query that anybody may request, however often. */
export interface Recent<T> {
  /** The result of a query that started less than `milliseconds` ago; concurrent callers share one query. */
  get(): Promise<T>;
  /** Drops the cached result: the next call queries again. */
  forget(): void;
}

/** A failure is cached too. */
export function recent<T>(ask: () => Promise<T>, milliseconds: number, now = () => performance.now()): Recent<T> {
  let last: { readonly askedAt: number; readonly answer: Promise<T>; pending: boolean } | null = null;

  function begin() {
    const asked = { askedAt: now(), answer: ask(), pending: true };
    const end = () => {
      asked.pending = false;
    };
    asked.answer.then(end, end);
    return asked;
  }

  return {
    get() {
      if (last === null || (!last.pending && now() - last.askedAt >= milliseconds)) last = begin();
      return last.answer;
    },
    forget() {
      last = null;
    },
  };
}

/** The latest answer to a question that anybody may put, however often. */
export interface Recent<T> {
  /** What was answered to a question put less than `milliseconds` ago; who comes while it is under way shares its answer. */
  get(): Promise<T>;
  /** The next one asks, whatever was answered before. */
  forget(): void;
}

/** A failure is an answer, too: it is not asked for again at once. */
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

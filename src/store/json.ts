const REFUSED = /\\u(?:0000|d[89a-f])/;

/** For jsonb, which knows no NUL, and no half of a surrogate pair, as a text that was cut may end with. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return REFUSED.test(text) ? JSON.stringify(value, accepted) : text;
}

function accepted(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;
}

/** One checked thing: in order, or what to fix. */
export interface Finding {
  readonly state: "ok" | "fix";
  readonly text: string;
}

export const ok = (text: string): Finding => ({ state: "ok", text });
export const fix = (text: string): Finding => ({ state: "fix", text });

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `2026-11-20 01:02 UTC` */
export function utc(time: Date | string): string {
  return `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

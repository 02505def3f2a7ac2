import { formatMoment } from "../../calendar/format.ts";

/** One checked thing: in order, or what to fix; or one that was not tried, and why. */
export interface Finding {
  readonly state: "ok" | "fix" | "skip";
  readonly text: string;
}

export const ok = (text: string): Finding => ({ state: "ok", text });
export const fix = (text: string): Finding => ({ state: "fix", text });
export const skip = (text: string): Finding => ({ state: "skip", text });

/** As the terminal shows it. */
export const printed = ({ state, text }: Finding): string => `${state.padEnd(4)}  ${text}`;

/** "a", "a and b", "a, b and c" */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

/** `Fri 20 Nov 01:02 UTC`, with the year when it is not that of `now`. */
export function utc(time: Date | string, now: Date): string {
  return formatMoment(new Date(time), "UTC", "en", now);
}

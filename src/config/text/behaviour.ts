import { stringify } from "yaml";
import type { Lane } from "../schema.ts";
import { quote } from "./quote.ts";
import type { Sentence } from "./sentence.ts";

type Ends = Pick<Lane, "from" | "to">;

/** What changes, as people read it in the green check. */
export const behaviourText = {
  laneNew(lane: Lane): Sentence {
    const [from, to] = [quote(lane.from), quote(lane.to)];
    if (lane.schedule === null) {
      return {
        en: `A release pull request from ${from} to ${to} will be kept open while something waits.`,
        ja: `${from} から ${to} へのリリースプルリクエストを、リリース待ちがある間、開いておきます。`,
      };
    }
    const at = quote(lane.schedule);
    return {
      en: `A release pull request from ${from} to ${to} will be opened and refreshed at ${at}.`,
      ja: `${from} から ${to} へのリリースプルリクエストを ${at} の時刻に開き、更新します。`,
    };
  },
  laneGone({ from, to }: Ends): Sentence {
    return {
      en: `The release pull request from ${quote(from)} to ${quote(to)} will not be kept any more; an open one stays as it is.`,
      ja: `${quote(from)} から ${quote(to)} へのリリースプルリクエストは更新しなくなります。開いているものはそのまま残ります。`,
    };
  },
  laneSetting({ from, to }: Ends, key: string, was: unknown, is: unknown): Sentence {
    const change = `${quote(key)}: ${shown(was)} → ${shown(is)}`;
    return {
      en: `${quote(from)} → ${quote(to)}, ${change}`,
      ja: `${quote(from)} → ${quote(to)} の ${change}`,
    };
  },
  setting(key: string, was: unknown, is: unknown): Sentence {
    const change = `${quote(key)}: ${shown(was)} → ${shown(is)}`;
    return { en: change, ja: change };
  },
} as const;

function shown(value: unknown): string {
  if (value === undefined || value === null || value === "") return "–";
  if (Array.isArray(value) && value.length === 0) return "–";
  if (typeof value === "string") return quote(value, 120);
  return quote(stringify(value, { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 }).trim(), 120);
}

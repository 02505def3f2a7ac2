import type { BackfillProgress } from "../../engine/backfill.ts";
import { backfillText } from "../text.ts";

export interface ProgressLine {
  show(progress: BackfillProgress): void;
  /** The terminal is as it was. */
  end(): void;
}

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const WIDTH = 30;
const CLEAR_LINE = "\r\u001b[K";

/** A bar that is drawn anew, on a terminal; elsewhere only what takes long is said, once each. */
export function progressLine(output: Output): ProgressLine {
  let waits: string | null = null;
  return {
    show(progress) {
      const { waitsUntil } = progress;
      if (output.isTTY === true) {
        const wait = waitsUntil === null ? "" : ` ${backfillText.waits(waitsUntil)}`;
        output.write(`${CLEAR_LINE}${bar(progress)} ${backfillText.progress(progress.read, progress.total)}${wait}`);
      } else if (waitsUntil !== null && waitsUntil !== waits) {
        output.write(`${backfillText.waits(waitsUntil)}\n`);
      }
      waits = waitsUntil;
    },
    end() {
      if (output.isTTY === true) output.write(CLEAR_LINE);
    },
  };
}

function bar({ read, total, complete }: BackfillProgress): string {
  const share = complete ? 1 : total === null || total === 0 ? 0 : Math.min(1, read / total);
  const full = Math.round(share * WIDTH);
  return `[${"#".repeat(full)}${" ".repeat(WIDTH - full)}]`;
}

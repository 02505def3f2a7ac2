import type { BackfillProgress } from "../../engine/backfill.ts";
import { progressBar, type Terminal } from "../progress-bar.ts";
import { backfillText } from "../text.ts";

export interface ProgressLine {
  show(progress: BackfillProgress): void;
  /** The terminal is as it was. */
  end(): void;
}

/** A bar on a terminal; elsewhere only what takes long is said, once each. */
export function progressLine(output: Terminal): ProgressLine {
  const bar = progressBar(output);
  let waits: string | null = null;
  return {
    show({ read, total, complete, waitsUntil }) {
      const wait = waitsUntil === null ? "" : ` ${backfillText.waits(waitsUntil)}`;
      bar.show(`${backfillText.progress(read, total)}${wait}`, complete ? 1 : read, complete ? 1 : total);
      if (output.isTTY !== true && waitsUntil !== null && waitsUntil !== waits)
        output.write(`${backfillText.waits(waitsUntil)}\n`);
      waits = waitsUntil;
    },
    end: bar.clear,
  };
}

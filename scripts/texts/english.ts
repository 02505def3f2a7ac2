import type { Samples } from "../../src/automations/texts.ts";
import { shownIn, type TextRoom } from "./samples.ts";

/** The texts of one file that speaks English only; `say`: what they are shown as where they are more than a text. */
export function englishRoom<T extends object>(
  seen: string,
  file: string,
  texts: T,
  samples: Samples<T>,
  say?: (shown: unknown) => string | null,
): TextRoom {
  const rows = [...shownIn(texts, samples, "", say)].map(([name, en]) => ({ name, en, ja: null }));
  return { seen, file, texts, rows };
}

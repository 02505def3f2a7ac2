const WIDTH = 24;

/** How far something is that takes a while. On a terminal only; elsewhere nothing is written. */
export interface ProgressBar {
  /** `total`: about how many there are; null: not known. */
  show(what: string, done: number, total: number | null): void;
  /** Takes the bar away. */
  clear(): void;
}

export interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export function progressBar(terminal: Terminal = process.stderr): ProgressBar {
  if (terminal.isTTY !== true) return { show: () => {}, clear: () => {} };
  return {
    show: (what, done, total) => void terminal.write(`\r${bar(done, total)} ${what}\u001b[K`),
    clear: () => void terminal.write("\r\u001b[K"),
  };
}

function bar(done: number, total: number | null): string {
  if (total === null || total === 0) return "·".repeat(WIDTH);
  const filled = Math.round(Math.min(1, done / total) * WIDTH);
  return `${"█".repeat(filled)}${"░".repeat(WIDTH - filled)}`;
}

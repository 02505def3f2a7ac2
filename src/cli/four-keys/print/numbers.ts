/** Three digits that count: `0.179`, `12.5`. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** `40%`, `6.7%` */
export function percentText(rate: number): string {
  return `${Number((rate * 100).toFixed(1))}%`;
}

import type { ChangeRecord } from "../records/record.ts";

/** GitHub's labels are the same in either case. */
export function hasLabel({ labels }: Pick<ChangeRecord, "labels">, among: readonly string[]): boolean {
  if (labels.length === 0 || among.length === 0) return false;
  const wanted = among.map((label) => label.toLowerCase());
  return labels.some((label) => wanted.includes(label.toLowerCase()));
}

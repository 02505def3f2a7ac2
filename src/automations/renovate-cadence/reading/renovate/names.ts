import type { Kind } from "../update.ts";

/** Where the table is missing the branch and the title still tell some kinds; the first that fits. */
const BY_BRANCH: readonly (readonly [RegExp, Kind])[] = [
  [/(?:^|\/)lock-file-maintenance$/, "lockfile"],
  [/(?:^|\/)pin-dependencies$/, "pin"],
  [/-digest$/, "digest"],
  [/-rollback$/, "rollback"],
  [/-replacement$/, "replacement"],
  [/\/(?:major-|\S{1,99}-major$)/, "major"],
  [/\/minor-/, "minor"],
  [/\/patch-/, "patch"],
];

const BY_TITLE: readonly (readonly [RegExp, Kind])[] = [
  [/\block file maintenance\b/i, "lockfile"],
  [/\bpin\b/i, "pin"],
  [/\broll back\b/i, "rollback"],
  [/\breplace\b/i, "replacement"],
  [/ digest to [0-9a-f]{7,64}\b/i, "digest"],
  [/\(major\)/i, "major"],
  [/\(minor\)/i, "minor"],
  [/\(patch\)/i, "patch"],
  // Renovate names the whole version of everything smaller.
  [/ to v\d{1,9}(?: \[security\])?(?: - abandoned)?$/i, "major"],
];

export function kindByName(title: string, branch: string): Kind {
  const [, kind] = BY_BRANCH.find(([pattern]) => pattern.test(branch)) ??
    BY_TITLE.find(([pattern]) => pattern.test(title)) ?? [null, "unknown"];
  return kind;
}

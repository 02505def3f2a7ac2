/** The documents that cost more than one of GitHub's points with everything selected, in pages of their full size. */
export const POINTS: Readonly<Record<string, number>> = {
  "cadence-closed": 2,
  "cadence-gated-pulls": 3,
  "cadence-now": 5,
  "cadence-open": 5,
  "guard-pulls": 3,
  "milestone-children": 4,
  "milestone-page": 3,
  "release-ci-since": 2,
  "release-lane-page": 3,
  "release-pulls-page": 3,
  "suggest-history": 2,
};

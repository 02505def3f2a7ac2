const HOUR_MS = 3_600_000;

interface Busy {
  readonly pulls: number;
  /** A deployment, and an incident, after as many merges. */
  readonly every: number;
  readonly deployments?: string;
  readonly now?: string;
}

/**
 * A world of one repository in which a pull request of two commits is merged every hour, by merge commit; the last one was
 * merged an hour before `now`.
 */
export function busyRepository({ pulls, every, now = "2026-11-20T01:00:00Z", ...options }: Busy) {
  const { deployments: way = "environment: [production]" } = options;
  const at = (index: number, minutes = 0) =>
    new Date(Date.parse(now) - (pulls - index + 1) * HOUR_MS + minutes * 60_000).toISOString().replace(".000Z", "Z");
  const commit = (sha: string, parents: readonly string[], time: string) => ({
    ...{ sha, parents, message: sha, author: "alice", authored_at: time, committed_at: time },
  });
  const numbers = Array.from({ length: pulls }, (_, index) => index + 1);
  const tipBefore = (number: number) => (number === 1 ? "base" : `m${number - 1}`);
  const shipped = numbers.filter((number) => number % every === 0);
  return {
    now,
    users: [{ login: "alice" }, { login: "bo" }],
    repos: [
      {
        name: "acme/shop",
        permission: { alice: "write", bo: "write" },
        files: { ".github/sre.yml": `version: 1\nfour-keys:\n  deployments: {${way}}\n` },
        branches: { main: `m${pulls}` },
        commits: [
          commit("base", [], at(0)),
          ...numbers.flatMap((number) => [
            commit(`${number}-1`, [tipBefore(number)], at(number, -40)),
            commit(`${number}-2`, [`${number}-1`], at(number, -30)),
            commit(`m${number}`, [tipBefore(number), `${number}-2`], at(number)),
          ]),
        ],
        pulls: numbers.map((number) => ({
          ...{ number, title: `Change ${number}`, user: "alice", base: "main", head: `change-${number}` },
          ...{ head_sha: `${number}-2`, commits: [`${number}-1`, `${number}-2`], merge_commit_sha: `m${number}` },
          ...{ state: "merged", merge_method: "merge", created_at: at(number, -35), updated_at: at(number) },
          ...{ merged_at: at(number), closed_at: at(number) },
          reviews: [{ user: "bo", state: "APPROVED", at: at(number, -10) }],
        })),
        issues: shipped.map((number) => ({
          ...{ number: pulls + number, title: "It broke", user: "bo", state: "closed", labels: ["incident"] },
          ...{ created_at: at(number, 20), updated_at: at(number, 50), closed_at: at(number, 50) },
        })),
        deployments: shipped.map((number) => ({
          ...{ id: number, sha: `m${number}`, environment: "production", created_at: at(number, 5) },
          statuses: [{ state: "success", at: at(number, 10) }],
        })),
      },
    ],
  };
}

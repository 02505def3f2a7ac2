/** The shop of most stories: `develop` is released to `main`. */
export const SHOP = "acme/shop";

/** A Friday morning; in Tokyo 10 o'clock. */
const START = "2026-11-20T01:00:00Z";

export interface WorldOptions {
  /** The text of .github/sre.yml; null: there is none. */
  readonly sre?: string | null;
  /** More fields of the repository, as a world file has them. */
  readonly repo?: Readonly<Record<string, unknown>>;
  /** More repositories. */
  readonly repos?: readonly Readonly<Record<string, unknown>>[];
  /** More files on the default branch. */
  readonly files?: Readonly<Record<string, string>>;
  readonly app?: Readonly<Record<string, unknown>>;
  /** More parts of the world, for example projects. */
  readonly world?: Readonly<Record<string, unknown>>;
}

/** One lane, everything else at its default. */
export const ONE_LANE = `version: 1
release:
  lanes:
    - from: develop
      to: main
`;

/** A world file's content: one private repository of three people, both branches at the first commit. */
export function shopWorld(options: WorldOptions = {}): Record<string, unknown> {
  const sre = options.sre === undefined ? ONE_LANE : options.sre;
  // As Detoil leaves it within seconds, in the middle of a story's first acts: an empty suite until then is filled.
  const auto_trigger_checks = [{ app_id: Number(options.app?.id ?? 1), setting: false }];
  const first = {
    sha: "first",
    parents: [],
    message: "Open the shop",
    author: "alice",
    authored_at: "2026-11-01T00:00:00Z",
    committed_at: "2026-11-01T00:00:00Z",
    files: { "README.md": "# Shop\n", ...(sre === null ? {} : { ".github/sre.yml": sre }), ...options.files },
  };
  return {
    ...options.world,
    now: START,
    app: { slug: "detoil", id: 1, ...options.app },
    users: [
      { login: "alice" },
      { login: "bo" },
      { login: "carol" },
      { login: "dan" },
      { login: "renovate[bot]", type: "Bot" },
    ],
    repos: [
      {
        name: SHOP,
        default_branch: "develop",
        private: true,
        permission: { alice: "write", bo: "admin", carol: "write" },
        commits: [first],
        branches: { main: "first", develop: "first" },
        auto_trigger_checks,
        ...options.repo,
      },
      ...(options.repos ?? []).map((repo) => ({ auto_trigger_checks, ...repo })),
    ],
  };
}

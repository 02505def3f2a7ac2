/** Why a GitHub cannot be opened. */
export const openedText = {
  noRepo: "--repo takes OWNER/NAME.",
  noToken:
    "Set GITHUB_TOKEN to a token that may read the repository, for example with `export GITHUB_TOKEN=$(gh auth token)`, or to a personal access token (README.md: what it needs). For a simulated GitHub: --world FILE.",
  noRepository: (file: string, repo: string, known: readonly string[]) =>
    `${file} has no repository ${repo}. It has: ${known.join(", ")}.`,
  noOwner: (file: string, owner: string, known: readonly string[]) =>
    `${file} has no repository of ${owner}. It has those of: ${known.join(", ")}.`,
};

/** What GitHub does not give. */
export const refusedText = {
  gone: (repo: string) =>
    `${repo} is not there, or these credentials may not see it: check the name, and what the token may read.`,
  token: (reason: string) => `GitHub does not know this token (${reason}): check GITHUB_TOKEN and GITHUB_API_URL.`,
  forbidden: (reason: string, automation: string, needed: readonly string[]) =>
    `GitHub refuses: ${reason}. \`${automation}\` needs ${needed.join(", ")}: give them to the token or the App.`,
  limited: (until: string) => `GitHub's limit for this token is used up until ${until}: run this again after that.`,
  other: (reason: string) =>
    `GitHub does not answer as expected (${reason}): check GITHUB_API_URL, the network and githubstatus.com.`,
};

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What `detoil suggest` says beside the file, and above it. */
export const suggestText = {
  noRepo: "Which repository? Name it with --repo OWNER/NAME.",
  empty: (repo: string) => `${repo} has no commit yet: there is nothing to suggest a sre.yml from.`,
  already: (repo: string, file: string) => `${repo} has a ${file} already; this is what it would be without.`,
  reading: (repo: string, requests: number) => `Reading ${repo}: ${counted(requests, "request")} so far`,
  head: (repo: string, days: number, day: string) =>
    `Suggested by Detoil for ${repo}, from what GitHub shows of the ${days} days until ${day}.`,
  nothing: "Nothing here shows how you release yet: docs/recipes.md has whole files to begin with.",
};

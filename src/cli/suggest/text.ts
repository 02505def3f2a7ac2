const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What `detoil suggest` says beside the file, and above it. */
export const suggestText = {
  noRepo: "Which repository? Name it with --repo OWNER/NAME.",
  empty: (repo: string) => `${repo} has no commit yet: there is nothing to suggest a sre.yml from.`,
  already: (repo: string, file: string) => `${repo} has a ${file} already; this is what it would be without.`,
  /** In the file, which may be read long after: a line each. */
  instead: (repo: string, file: string) =>
    `${repo} has a ${file} already, and nothing of it is in this one.\nTake over what you like; in its place, this would undo what it asks for.`,
  reading: (repo: string, requests: number) => `Reading ${repo}: ${counted(requests, "request")} so far`,
  head: (repo: string, days: number, day: string) =>
    `Suggested by Detoil for ${repo}, from what GitHub shows of the ${days} days until ${day}.`,
  nothing: "Nothing here shows how you release yet: docs/recipes.md has whole files to begin with.",
};

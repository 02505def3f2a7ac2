/** What is wrong with how `detoil four-keys` was called, or with its sre.yml. */
export const wrongText = {
  whichRecords:
    "Which records? Name files of them with --events, a world file with --world, a repository with --repo, or an organization with --org.",
  twoSources: (one: string, other: string) => `${one} and ${other} do not go together: name one of them.`,
  stray: (text: string) => `\`${text}\` belongs to no option.`,
  noOrg: "--org takes the name of an organization or a person.",
  detailOfOrg: "With --org, --detail goes with --format json or csv.",
  noFormat: (format: string, known: string) => `There is no format \`${format}\`. Available: ${known}.`,
  detailOfRecords: "--format ndjson prints the records themselves: --detail goes with the other formats.",
  backwards: "--from must be before --to, or before --at where --to is left out.",
  noSection: (file: string) => `${file} has no section \`four-keys\`. Add it, or leave out --config for the defaults.`,
  problem: (place: string, message: string) => `${place}: ${message}`,
  incomplete: (file: string) =>
    `${file} extends another file, which is not read here: \`four-keys\` must be complete in it.`,
  noRepositories: (file: string) => `${file} has no repository.`,
  broken: (repo: string, problem: string) =>
    `${repo} has no valid sre.yml: ${problem} Fix it, or name another one with --config.`,
};

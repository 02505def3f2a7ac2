/** What is wrong with how `detoil four-keys` was called, or with its sre.yml. */
export const wrongText = {
  whichRecords: "Which records? Name their files with --events.",
  laterSource: (option: string) => `\`${option}\` is not available yet. Name files of records with --events.`,
  noFormat: (format: string, known: string) => `There is no format \`${format}\`. Available: ${known}.`,
  detailOfRecords: "--format ndjson prints the records themselves: --detail goes with the other formats.",
  backwards: "--from must be before --to, or before --at where --to is left out.",
  noSection: (file: string) => `${file} has no section \`four-keys\`. Add it, or leave out --config for the defaults.`,
  problem: (place: string, message: string) => `${place}: ${message}`,
  incomplete: (file: string) =>
    `${file} extends another file, which is not read here: \`four-keys\` must be complete in it.`,
  notUtf8: (file: string, line: number) => `${file} is not UTF-8, at or after line ${line}. Save it as UTF-8.`,
};

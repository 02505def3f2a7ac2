import type { RequestCount } from "../../github/client.ts";
import { commandText } from "../text.ts";

const counted = (count: number, one: string) => `${count} ${one}${count === 1 ? "" : "s"}`;

/** What `detoil preview` prints around a plan, and why there is none. */
export const previewText = {
  reading: (repo: string, requests: number) => `Reading ${repo}: ${counted(requests, "request")} so far`,
  head: (automation: string, repo: string, at: string) => `${automation} in ${repo} at ${at}`,
  nothing: "Nothing to write: GitHub shows what sre.yml asks for.",
  /** Why has been said already, on standard error. */
  nothingExplained: "Nothing to write.",
  /** `mayExist`: only a server knows what it has created. */
  action: (headline: string, because: string, mayExist: boolean) => `${headline}${mayExist ? "*" : ""}  (${because})`,
  mayExist:
    "* may exist already: GitHub's lists do not show yet what was created in the last minutes, and only a server knows what it created.",
  cost: ({ rest, graphql, points, writes }: RequestCount) =>
    `${counted(rest + graphql, "request")} (${counted(points, "GraphQL point")}), ${counted(writes, "write")}.`,
  field: (name: string, value: string) => `${name}: ${value}`,
  none: "none",
  body: "text:",
  annotation: (path: string, line: number, message: string) => `${path}:${line}: ${message}`,
  /** In place of the number of what the plan creates. */
  newNumber: (name: string) => `(new: ${name})`,
  createdAbove: "what is created above",
  withId: (kind: string, id: number) => `the ${kind} with id ${id}`,
  archived: (repo: string) => `${repo} is archived: Detoil leaves it alone.`,
  oneAtATime: (automation: string) =>
    `\`${automation}\` works on one pull request, issue or milestone at a time: choose it with --number.`,
  off: {
    noFile: (automation: string, repo: string, file: string) =>
      `\`${automation}\` is off in ${repo}: there is no ${file}. Try one that is on this machine with --config FILE, or on a branch with --ref REF.`,
    noSection: (automation: string, repo: string, file: string, section: string) =>
      `\`${automation}\` is off in ${repo}: ${file} has no section \`${section}\` in force.`,
    problem: (automation: string, repo: string, first: string) => `\`${automation}\` is off in ${repo}: ${first}`,
    notTried: (automation: string, first: string) => `\`${automation}\` cannot be previewed: ${first}`,
    /** `called`: how this program is called. */
    first: (place: string, problem: string, more: number, called: string) =>
      `${place}: ${problem}${more === 0 ? "" : ` And ${more} more: \`${called} check FILE\` names them all.`}`,
  },
  noNumber: (repo: string, what: string, number: number) => `${repo} has no ${what} ${number}.`,
  noRevision: (repo: string, ref: string) =>
    `${repo} has no branch, tag or commit \`${ref}\`. Name one that is pushed.`,
  neverWrites: "Against GitHub a preview writes nothing.",
  readOnly: (file: string) => `${file} is read-only. Name another file with --out.`,
  unwritable: (file: string) => `${file} cannot be written. Name another file with --out.`,
  wrote: (file: string) => `Wrote the world to ${file}.`,
};

/** How it was called wrongly. */
export const wrongText = {
  whichAutomation: (known: string) => `Which automation? One of: ${known}.`,
  laterAutomation: (name: string, known: string) => `\`${name}\` is not available yet. Available: ${known}.`,
  noAutomation: (name: string) => `There is no automation \`${name}\`.`,
  section: (name: string, automation: string) =>
    `There is no automation \`${name}\`. ${commandText.didYouMean(automation)}`,
  available: (known: string) => `Available: ${known}.`,
  oneAutomation: "One automation at a time.",
  noNumber: (text: string) => `--number takes the number of a pull request, an issue or a milestone, not \`${text}\`.`,
  notNumbered: (automation: string) =>
    `--number does not go with \`${automation}\`, which reconciles a repository as a whole: leave it out.`,
  twoConfigs: "--config and --ref both say which sre.yml to take: name one of them.",
  noRef: "--ref takes a branch, a tag or a commit.",
  applyToGitHub: "--apply needs --world FILE: against GitHub a preview writes nothing.",
  outAlone: "--out needs --apply: nothing else writes a world.",
};

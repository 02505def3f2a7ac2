import { quote } from "../config/text/quote.ts";

/** What every command of `detoil` says when it was called wrongly. */
export const commandText = {
  noCommand: (name: string) => `There is no command \`${name}\`.`,
  noOption: (option: string) => `There is no option ${option}.`,
  didYouMean: (name: string) => `Did you mean \`${name}\`?`,
  commands: (names: readonly string[]) => `Commands: ${names.join(", ")}.`,
  noSimulator: "The simulated GitHub is not part of the image: run this in a checkout.",
  /** Below what was wrong. */
  usage: (usage: string) => `Usage: ${usage}`,
  noTime: (option: string, text: string) =>
    `${option} takes a time with its zone, for example 2026-11-20T10:00:00+09:00, not \`${text}\`.`,
};

/** What is wrong with a file that was named. */
export const fileText = {
  missing: (file: string) => `There is no file ${file}.`,
  folder: (file: string) => `${file} is a folder: name a file.`,
  forbidden: (file: string) => `${file} may not be read by this user.`,
  unreadable: (file: string, code: string) => `${file} cannot be read (${code}).`,
};

/** `detoil check` */
export const checkText = {
  problem: (place: string, message: string) => `${place}: ${message}`,
  warning: (place: string, message: string) => `${place}: warning: ${message}`,
  valid: (file: string, warnings: number) => {
    const counted = warnings === 1 ? "1 warning" : `${warnings} warnings`;
    return `${file} is valid${warnings === 0 ? "" : `, with ${counted}`}.`;
  },
  /** Below the first problems of a text that is no YAML. */
  more: (count: number) => `And ${count} more.`,
  /** Where YAML itself is wrong, nothing else was looked at. */
  unread: (file: string) => `${file} is not YAML as it is: fix this first; the rest is checked then.`,
  oneFile: "One file at a time.",
  repoAlone: "--repo goes with --effective: without it nothing but the file is read.",
  /** Below a value's line. */
  from: (file: string, line: number) => `${file}:${line}`,
  byDefault: "default",
  noRepo: (value: string) =>
    `\`_extends: ${value}\` was not read, because nothing says which repository this is: name it with --repo OWNER/NAME.`,
  noToken: (value: string) =>
    `\`_extends: ${value}\` was not read: set GITHUB_TOKEN to a token that may read it. Its values are missing below.`,
};

/** `detoil start` */
export const startText = {
  listens: (url: string, database: string) => `Detoil listens on ${url} and stores its data in ${database}.`,
  stopping: "Stopping: running work is finishing. A second signal stops at once.",
  setupStopped: "The setup was stopped.",
};

const grouped = (count: number) => count.toLocaleString("en-US");

/** `detoil backfill` */
export const backfillText = {
  whichRepository: "Which repository? Name it with --repo OWNER/NAME.",
  noCredentials: "The GitHub App's credentials are missing: set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET.",
  progress: (read: number, total: number | null) =>
    `${grouped(read)}${total === null ? "" : ` of about ${grouped(total)}`} pull requests read`,
  waits: (until: string) =>
    `GitHub's rate limit is left to the server's other work until ${until}; reading goes on then.`,
  done: (repository: string, read: number, since: string) =>
    `History of ${repository} since ${since} is recorded: ${grouped(read)} ${read === 1 ? "pull request" : "pull requests"} read.`,
  stopped: "Stopped. What was read is kept: run it again to continue.",
  serverStopped: "The server stopped. What was read is kept: run it again to continue.",
  serverRefused: "The server that runs here is another version: restart it, and run this again.",
  otherUser: (path: string) => `${path} belongs to another user: run this as the user of the server.`,
};

/** `detoil token` */
export const tokenText = {
  which: "Say what to do: add, list or revoke.",
  whichRepository: "Which repository? Name it with --repo OWNER/NAME.",
  whichToken: "Which token? Give it, or how it begins: `detoil token list` shows that.",
  tooMuch: "That is more than one token and one repository.",
  badName: (most: number) => `--name may have at most ${most} characters, none of them a control character.`,
  added: (repository: string) =>
    `It records for ${repository}, and is shown this once: give it to the pipeline as DETOIL_TOKEN.`,
  row: (start: string, name: string | null, created: string, used: string | null) =>
    `${start}…  ${name ?? "–"}  made ${created}, ${used === null ? "never used" : `last used ${used}`}`,
  none: (repository: string) => `${repository} has no tokens.`,
  noSuch: (repository: string) =>
    `${repository} has no token that begins like this: \`detoil token list --repo ${repository}\` shows those that it has.`,
  revoked: (repository: string) => `Revoked: it records nothing for ${repository} any more.`,
};

/** `detoil record` */
export const recordText = {
  which: "Say what to record: deployment or incident.",
  whichRepository: "Which repository? Name it with --repo OWNER/NAME.",
  whichId: "Which one? Name it with --id: the same id again replaces what was recorded.",
  noOpening: "When did it open? Say it with --opened-at.",
  notOf: (option: string, what: string) => `--${option} does not belong to ${what}.`,
  noStatus: (given: string) => `--status takes success or failure, not \`${given}\`.`,
  noUrl: "Where is the server? Name it with --url, or set PUBLIC_URL.",
  badUrl: (given: string) =>
    `--url takes the address of the server, for example https://detoil.example.com, not ${quote(given)}.`,
  badToken: "DETOIL_TOKEN is no token: take it as `detoil token add` printed it, on one line.",
  redirected: (url: string, status: number) =>
    `Not recorded: ${url} sends elsewhere (${status}): give the address where Detoil itself answers.`,
  otherAnswer: (url: string) =>
    `Not recorded: ${url} answers, and not as Detoil does: is something in front of it that wants a login?`,
  noToken:
    "Set DETOIL_TOKEN to a token of `detoil token add`; in GitHub Actions give the job `permissions: {id-token: write}` instead.",
  noIdentity: (reason: string) => `GitHub Actions gave no OIDC token (${reason}): run the job again.`,
  noAnswer: (url: string, reason: string) => `${url} does not answer (${reason}).`,
  refused: (status: number, sentence: string) => `Not recorded (${status})${sentence === "" ? "." : `: ${sentence}`}`,
  recorded: (what: string, id: string, repository: string, how: "new" | "same" | "replaced") =>
    `Recorded: ${what} ${id} of ${repository}${{ new: "", same: ", as it was already", replaced: ", in place of what was recorded" }[how]}.`,
};

/** `detoil github` */
export const githubText = {
  listens: (url: string) =>
    `The simulated GitHub listens on ${url}: open it in a browser (GITHUB_API_URL=${url}/api/v3).`,
  holds: (repositories: number, slug: string, appId: number, now: string) =>
    `${repositories} ${repositories === 1 ? "repository" : "repositories"}; App ${slug} has id ${appId}; it is ${now}.`,
  act: (url: string) => `Act as a person with the token sim_LOGIN, or through POST ${url}/_sim/do. Stop with Ctrl+C.`,
  noPort: (text: string) => `--port must be a number from 0 to 65535, not ${text}.`,
  noLag: (longest: number, text: string) => `--lag must be a number of seconds from 0 to ${longest}, not ${text}.`,
  portInUse: (port: number) => `Port ${port} is in use: give another one with --port, or 0 for any free one.`,
  portForbidden: (port: number) => `Port ${port} may not be opened by this user: give one from 1024 on with --port.`,
};

/** The usage of each command, for mistakes in calling it. */
export const usage = {
  backfill: "detoil backfill --repo OWNER/NAME [--since TIME]",
  check: "detoil check [FILE] [--json] [--effective [--repo OWNER/NAME]]",
  demo: "detoil demo [--exit]",
  doctor: "detoil doctor",
  "four-keys":
    "detoil four-keys (--events FILE... | --world FILE [--repo OWNER/NAME] | --repo OWNER/NAME | --org NAME) [--config FILE] [--from TIME] [--to TIME] [--at TIME] [--format text|json|csv|markdown|ndjson|html] [--detail] [--lenient]",
  github: "detoil github [--world FILE] [--port N] [--running] [--lag SECONDS]",
  preview:
    "detoil preview AUTOMATION --repo OWNER/NAME [--world FILE] [--config FILE | --ref REF] [--number N] [--at TIME] [--app SLUG] [--apply [--out FILE]] [--json]",
  record:
    "detoil record deployment --id ID [--environment NAME] [--service NAME] [--sha SHA] [--status success|failure] [--started-at TIME] [--finished-at TIME] [--change SHA...] | incident --id ID [--opened-at TIME] [--resolved-at TIME] [--deployment ID] [--source NAME] [--repo OWNER/NAME] [--url URL]",
  start: "detoil start",
  suggest: "detoil suggest --repo OWNER/NAME [--world FILE]",
  try: "detoil try",
  token: "detoil token (add [--name NAME] | list | revoke TOKEN) --repo OWNER/NAME",
} as const;

/** What `detoil` alone says. */
export const overview = (automationNames: string) => `detoil: takes the toil out of site reliability work on GitHub

  detoil start                        the server
  detoil check [FILE]                 validate a sre.yml (default .github/sre.yml)
  detoil suggest --repo OWNER/NAME    a sre.yml that fits how the team works already
  detoil preview AUTOMATION --repo OWNER/NAME
                                      what an automation would do now, and why
  detoil four-keys --repo OWNER/NAME  the Four Keys of DORA: of a repository, an organization, records in files
  detoil backfill --repo OWNER/NAME   read a repository's history for the Four Keys
  detoil record deployment|incident   tell a server what was deployed, or what broke
  detoil token add|list|revoke        keys for pipelines that record and are not GitHub Actions
  detoil github [--world FILE]        the simulated GitHub
  detoil demo [--exit]                the demo
  detoil try                          create the App, install it and use it, on a simulated GitHub
  detoil doctor                       check credentials, permissions, webhook and database
  detoil COMMAND --help               its options
  detoil --version                    this version

AUTOMATION is ${automationNames}.

Examples:
  detoil check my-sre.yml
  GITHUB_TOKEN=$(gh auth token) detoil preview release-pr --repo acme/shop --config my-sre.yml

In a checkout: npm run -s detoil -- COMMAND`;

type Command = keyof typeof usage;

/** Loaded only for the help that names them, because that takes longer than the rest of it. */
export async function automationNames(): Promise<string> {
  const { automations } = await import("../automations/index.ts");
  return new Intl.ListFormat("en", { type: "disjunction" }).format(automations.map(({ name }) => name));
}

/** What the sections of sre.yml are called whose automations have another name. */
async function sectionNames(): Promise<string> {
  const { automations } = await import("../automations/index.ts");
  const named = automations.flatMap(({ name, section }) =>
    section === null || section === name ? [] : [`${name} is \`${section}\``],
  );
  return `In sre.yml ${new Intl.ListFormat("en", { type: "conjunction" }).format(named)}.`;
}

const told: Readonly<Record<Command, string | (() => Promise<string>)>> = {
  backfill: `Reads a repository's history for the Four Keys: pull requests, deployments, incidents and commits. The server does that on
its own once sre.yml has \`four-keys\`; this does it now, and further back. It reads the environment variables of the server. Beside
a server with the embedded database it leaves the work to that one.
  --repo OWNER/NAME  the repository; its sre.yml says what counts as a deployment and as an incident
  --since TIME       how far back, as 2025-11-20T10:00:00+09:00; default a year, or as far as before

What was read is kept: after a stop it continues there. It uses a third of GitHub's rate limit, then waits.

Exit codes: 0 all is read; 1 it could not be read, and why; 2 wrong usage.`,

  check: `Validates a sre.yml, without a network; default .github/sre.yml.
  --json       the problems for programs
  --effective  every value in force, with the file and line that it comes from or "default"; with --json for programs.
               What \`_extends\` names is read with the token in GITHUB_TOKEN
  --repo       with --effective: the repository that the file is for; default: git's remote \`origin\`

Exit codes: 0 valid, also with warnings; 1 not.`,

  demo: `A year of five teams' work on a simulated GitHub, told on the terminal; then its pages are served until Ctrl+C.
  --exit  end after the story: 0 if everything came out as expected`,

  doctor: `Checks credentials, permissions, webhook, repositories and database. Each line begins with ok, with fix and what to do,
or with skip where something was not tried. Of each repository (of 100) it says what is on, what is broken or waits for a
permission, and which checks nothing requires yet.
It reads the environment variables of the server.

Exit codes: 0 everything is in order; 1 something to fix.`,

  "four-keys": `Deployment frequency, lead time for changes, change fail rate, failed deployment recovery time and deployment rework
rate (docs/four-keys.md). It stores nothing, and writes nothing to GitHub.
  --repo OWNER/NAME  a repository on GitHub; GITHUB_TOKEN in the environment is a token that may read it
  --org NAME         each repository of an organization or a person that has the section \`four-keys\`, one row each
  --world FILE       on a simulated GitHub that holds FILE; without --repo or --org, all of its repositories as one
  --events FILE      records in files, one JSON object on each line; several files are one history
  --config FILE      a sre.yml in place of the repository's own; default: deployments to production, the last 4 weeks, UTC
  --from, --to       the window, times as 2026-11-20T10:00:00+09:00
  --at TIME          the configured window that ends then; default now
  --format FORMAT    text, json, markdown, csv (weeks, or changes with --detail), ndjson (the records, each once),
                     html (one page with charts)
  --detail           each change, deployment and incident that was counted, and how changes were assigned
  --lenient          skip lines of files that cannot be read, and count them

Exit codes: 0 done; 1 something in the input is wrong, in files named as FILE:LINE; 2 wrong usage.`,

  github: `The simulated GitHub, on the loopback interface: pages for a browser, REST under /api/v3, GraphQL under /api/graphql,
control under /_sim.
  --world FILE   what it holds at first (JSON or YAML); default: nothing
  --port N       default 3100; 0 for any free one
  --running      its clock runs; without it, time stands still until /_sim/clock moves it
  --lag SECONDS  its lists do not show what was made in the last SECONDS; a GET by number does

PRIVATE_KEY in the environment is the App's key (PEM); without it, the App may sign with any key.
GET /_sim/app returns its id and a key that fits.`,

  preview: async () => `What an automation would do now, and why. It writes nothing to GitHub.
AUTOMATION is ${await automationNames()}.
${await sectionNames()}
GITHUB_TOKEN in the environment is a token that may read the repository.
  --number N     only this pull request, issue or milestone
  --config FILE  with a sre.yml on this machine
  --ref REF      with the repository's own sre.yml on a branch, at a tag or a commit
  --at TIME      at another time: 2026-11-20T10:00:00+09:00
  --app SLUG     the App whose texts are Detoil's own; default: the one that was set up here, else the one whose marked texts
                 are in the repository, else detoil
  --world FILE   on a simulated GitHub that holds FILE, in place of GitHub
  --apply        write it to FILE, or to the file that --out names
  --json         for programs`,

  suggest: `Prints a sre.yml that fits what GitHub shows of the last 90 days: which branch is merged into which, milestones, updates by bots,
deployments and releases. Its comments say why each part is there, and what it would have done. It writes nothing to GitHub.
GITHUB_TOKEN in the environment is a token that may read the repository.
  --repo OWNER/NAME  the repository
  --world FILE       on a simulated GitHub that holds FILE, in place of GitHub

Exit codes: 0 done; 1 it could not be read, and why; 2 wrong usage.`,

  try: `The simulated GitHub with its pages, and Detoil in front of it, on free ports of this machine: create the App, install it, open
pull requests, and see what Detoil does. It says what to open and do next, and ends with Ctrl+C; nothing of it stays.`,

  record: `Tells a server what was deployed, or what broke (docs/four-keys.md). sre.yml must have \`four-keys\`, for deployments with
\`external: true\`. The same id again replaces what was recorded.
  --url URL          the server; default PUBLIC_URL in the environment
  --repo OWNER/NAME  the repository; default in GitHub Actions: its own
  --id ID            what the pipeline calls it; default of a deployment in GitHub Actions: its run, environment and service
deployment
  --environment      default production
  --service NAME     what of a monorepo it ships; default: everything
  --sha SHA          the deployed commit; default in GitHub Actions: its own
  --status STATUS    success (default) or failure
  --started-at, --finished-at
                     times as 2026-11-20T10:00:00+09:00; it finished now if nothing is said
  --change SHA       a merge commit that it brought, for each; default: what Git says
incident
  --opened-at, --resolved-at
                     it opened now if nothing is said, and goes on
  --deployment ID    the deployment that caused it: its id, tag or commit; default: the latest one before
  --source NAME      where it is from, as pagerduty

DETOIL_TOKEN in the environment is a token of \`detoil token add\`. In GitHub Actions none is needed: the job has
\`permissions: {id-token: write}\`, and an OIDC token is asked for.

Exit codes: 0 recorded; 1 not, and why; 2 wrong usage.`,

  start: `The server, until SIGTERM or SIGINT. Without credentials it serves a page that creates them.
Environment variables: docs/operations.md.`,

  token: `Keys with which pipelines that are not GitHub Actions record deployments and incidents of one repository. It reads the
environment variables of the server. Beside a server with the embedded database it leaves the work to that one.
  add     prints a new one, the only time that it is shown: what is stored opens nothing
  list    how each begins, what it is called, and when it was used last
  revoke  from now on it is refused; TOKEN, or how it begins

Exit codes: 0 done; 1 not, and why; 2 wrong usage.`,
};

export const isCommand = (name: string): name is Command => Object.hasOwn(usage, name);

/** What `detoil COMMAND --help` says. */
export async function helpOn(command: Command): Promise<string> {
  const text = told[command];
  return `Usage: ${usage[command]}\n\n${typeof text === "string" ? text : await text()}`;
}

/** The setup page and what the terminal says meanwhile. Words in backticks are shown as code. */
export const setupText = {
  title: "Set up Detoil",
  continue: "Continue",
  again: "Begin again",
  code: {
    intro: "This server has no GitHub App yet. Enter the code that its terminal shows.",
    label: "Code",
    wrong: "This is not the code shown on the terminal.",
    spent:
      "The code was used already, or a wrong one was entered too often. Stop Detoil and start it again: it shows a new one.",
  },
  begin: {
    intro: "Detoil works as a GitHub App of your own. Answer two questions, press one button on GitHub, and it runs.",
    address: "Where GitHub reaches this server",
    addressHint:
      "Its public address; for a test, the address of a tunnel. You can change it later in the App's settings.",
    organization: "Organization",
    organizationHint: "The owner of the App. Leave it empty for your own account.",
    writing: "Let `/sre cadence` open pull requests (write access to contents)",
    writingHint:
      "Without it Detoil cannot write code. Write access to actions and workflows comes with it, which this version does not use. You can add or remove each later in the App's settings.",
  },
  typed: {
    noAddress: "This is not a web address. Write it like https://detoil.example.org.",
    unreachable: (host: string) =>
      `GitHub cannot reach ${host}: give the address under which this server, or a tunnel to it, is reached from outside.`,
    noOrganization: "This is not an organization's name. Take the one in its address: github.com/NAME.",
  },
  handOver: {
    title: "Register the App on GitHub",
    owner: "Owner",
    yourself: "your own account",
    webhooks: "Webhooks go to",
    permissions: "It asks for",
    next: "GitHub asks for a name for the App, one that is not taken, and then sends you back here.",
    button: "Continue on GitHub",
    refused: "GitHub refuses the manifest?",
    smaller: (without: string) =>
      `It may not know a newer permission. Register the App without ${without}: Detoil leaves out what needs them, and \`detoil doctor\` lists it. You can add them later in the App's settings.`,
    smallerButton: "Continue without them",
  },
  done: {
    title: (name: string) => `${name} is registered`,
    stored: (file: string) =>
      `Detoil is starting with it now. Its credentials are in \`${file}\`, readable only by the server's user.`,
    next: "Next, choose the repositories it may work on.",
    button: "Install it",
  },
  problem: {
    doneAlready: "Detoil is set up already.",
    otherSite: "This request came from another site, so nothing was done.",
    otherMachine:
      "This page is open on the server's own machine only. To reach it from elsewhere, start Detoil with HOST=0.0.0.0: then the terminal shows a code for it.",
    otherSetup: "This response does not belong to a setup that was started here within the last hour.",
    noCode: "GitHub does not accept this code: it works once, and within an hour.",
    noAnswer: "GitHub did not answer as it should. Try again: the code works for an hour.",
    tryAgain: "Try again",
    lost: (problem: string, name: string) =>
      `${problem} The credentials from GitHub are lost: delete ${name} in its settings there, then begin again.`,
  },
  terminal: {
    open: (url: string) => `Detoil has no GitHub App yet. Open ${url} to set it up.`,
    code: (code: string) => `The page asks for this code: ${code}`,
    noAnswer: (apiUrl: string, reason: string) => `GitHub at ${apiUrl} did not return the credentials: ${reason}`,
    registered: (file: string) => `The App is registered. Its credentials are in ${file}.`,
    missing: (file: string) =>
      `APP_ID, PRIVATE_KEY (or PRIVATE_KEY_PATH) and WEBHOOK_SECRET are missing, and ${file} is not there: set them, or run the setup once without NODE_ENV=production.`,
  },
  credentials: {
    unreadable: (file: string, code: string) =>
      `The App's credentials in ${file} cannot be read (${code}): let the user that runs Detoil read the file.`,
    damaged: (file: string) =>
      `The App's credentials in ${file} are damaged: restore the file from a backup, or remove it and set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET.`,
    incomplete: "GitHub's answer lacks some of the App's credentials.",
    unwritable: (file: string, code: string) => `The file ${file} cannot be written (${code}).`,
  },
};

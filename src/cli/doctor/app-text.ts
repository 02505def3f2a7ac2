import { fix, listed, ok } from "./finding.ts";

const pronoun = (names: readonly string[]) => (names.length === 1 ? "it" : "them");

/** How a permission is added; `event`: it can be ticked only once the permission is there. */
function addition(settingsUrl: string, event: string | null): string {
  const tick = event === null ? "" : ` Tick the event ${event} after that.`;
  return `add it at ${settingsUrl}/permissions; every installation is then asked to accept it.${tick}`;
}

/** What `detoil doctor` says about the credentials and the App. */
export const appText = {
  /** A sentence about the settings, the credentials or the database that a start would end with, too. */
  problem: (sentence: string) => fix(sentence),
  inEnvironment: (appId: number) => ok(`App ${appId}: its credentials are in the environment.`),
  inFile: (appId: number, file: string) =>
    ok(`App ${appId}: its credentials are in ${file}, where the setup stored them.`),
  inBoth: (appId: number, given: readonly string[], file: string) =>
    ok(
      `App ${appId}: ${listed(given)} ${given.length === 1 ? "is" : "are"} in the environment, the rest of its credentials in ${file}, where the setup stored them.`,
    ),
  noCredentials: (file: string) =>
    fix(
      `There are no credentials, neither in the environment nor in ${file}: \`npm start\` serves a page that creates them, or set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET.`,
    ),
  connected: (appId: number, slug: string, apiUrl: string) =>
    ok(`PRIVATE_KEY belongs to App ${appId}, ${slug}, at ${apiUrl}.`),
  limited: (until: string) => fix(`GitHub's limit for this App is used up until ${until}: run this again after that.`),
  noOnboarding: () =>
    ok("No repository is offered a first sre.yml: DETOIL_ONBOARDING is off. `/sre setup` still answers."),
  noApp: (appId: number, apiUrl: string) =>
    fix(`There is no App ${appId} at ${apiUrl}: check APP_ID and GITHUB_API_URL.`),
  otherKey: (appId: number) =>
    fix(`PRIVATE_KEY does not belong to APP_ID ${appId}: take a key from the App's settings, under "Private keys".`),
  noGitHub: (apiUrl: string, reason: string) =>
    fix(
      `GitHub at ${apiUrl} does not answer as expected (${reason}): check GITHUB_API_URL, the network and githubstatus.com.`,
    ),
  /** `automations`: none for what all of them need. */
  lacks: (permission: string, automations: readonly string[], settingsUrl: string, event: string | null) => {
    const who = automations.length === 0 ? "all automations" : listed(automations);
    const need = automations.length === 1 ? "needs" : "need";
    return fix(`The App lacks the permission ${permission}, which ${who} ${need}: ${addition(settingsUrl, event)}`);
  },
  doesWithout: (permission: string, automations: readonly string[], settingsUrl: string, event: string | null) =>
    ok(
      `The App works without the permission ${permission}, which ${listed(automations)} would use. To have that, ${addition(settingsUrl, event)}`,
    ),
  noEvents: (events: readonly string[], settingsUrl: string) =>
    fix(`The App does not subscribe to ${listed(events)}: tick ${pronoun(events)} at ${settingsUrl}/permissions.`),
  /** `coming`: permissions that only later versions use are missing. `beyond` and `writing`: what nothing uses. */
  complete: (slug: string, coming: boolean, beyond: readonly string[], writing: readonly string[]) => {
    const less = beyond.length === 0 ? "" : ` It needs less: nothing uses ${listed(beyond)}.`;
    const yet = writing.length === 0 ? "" : ` Nothing uses its write access to ${listed(writing)} yet.`;
    return ok(
      `${slug} has the permissions and events of app.yml${coming ? " that this version uses" : ""}.${less}${yet}`,
    );
  },
  coming: (permissions: readonly string[], settingsUrl: string) =>
    ok(
      `Later versions will use ${listed(permissions)}. You can add ${pronoun(permissions)} now at ${settingsUrl}/permissions.`,
    ),
  noWebhookUrl: (path: string, settingsUrl: string) =>
    fix(`The App has no webhook URL: set it to https://YOUR-SERVER${path} at ${settingsUrl}.`),
  otherWebhookUrl: (url: string, path: string, settingsUrl: string) =>
    fix(`Webhooks go to ${url}, which does not end with ${path}: fix it at ${settingsUrl}.`),
  webhookUrl: (url: string) => ok(`Webhooks go to ${url}.`),
  noSecret: (settingsUrl: string) =>
    fix(
      `The App has no webhook secret, so its webhooks are refused: enter the value of WEBHOOK_SECRET at ${settingsUrl}.`,
    ),
  noneSent: () => ok("No webhook has been sent yet."),
  allArrived: (total: number) =>
    ok(total === 1 ? "The only webhook so far arrived." : `All of the last ${total} webhooks arrived.`),
  someArrived: (lost: number, total: number) =>
    ok(
      `${lost} of the last ${total} webhooks failed, but later ones arrived: the running server requests again what was lost.`,
    ),
  lost: (lost: number, total: number, at: string, reason: string) =>
    fix(
      total === 1
        ? `The only webhook so far failed at ${at}: ${reason}.`
        : `${lost} of the last ${total} webhooks failed, the latest at ${at}: ${reason}.`,
    ),
  lostWhy: {
    otherSecret: "the App's webhook secret is not WEBHOOK_SECRET; make them the same",
    otherUrl: (code: number, path: string) => `its URL points elsewhere (${code}); it should end with ${path}`,
    notStored: "the server could not store them; its log says why",
    noAnswer: (status: string) =>
      `the server did not answer GitHub (${status}); check that it runs and is reachable at that URL`,
  },
};

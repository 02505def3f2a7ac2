/** What is wrong with an environment variable. Never its value where that is a secret. */
export const environmentText = {
  missing: (names: readonly string[], given: readonly string[]) => {
    const [is, it] = names.length === 1 ? ["is", "it"] : ["are", "them"];
    return `${names.join(" and ")} ${is} missing: set ${it} beside ${given.join(" and ")}.`;
  },
  otherApp: (given: number, saved: number, missing: readonly string[]) =>
    `APP_ID ${given} is not the App that was set up here (${saved}): set ${missing.join(" and ")} too, or remove APP_ID.`,
  clientId: (id: string) =>
    `APP_ID ${id} is the client ID: give the App ID, the number beside it on the App's settings page.`,
  noAppId: "APP_ID is not a number: give the App ID from the App's settings page.",
  noKeyFile: (file: string) => `PRIVATE_KEY_PATH: the file ${file} is not there.`,
  unreadableKey: (file: string, code: string) => `PRIVATE_KEY_PATH: the file ${file} cannot be read (${code}).`,
  noKey:
    "PRIVATE_KEY does not contain an RSA private key: use the .pem file that GitHub generated for the App, with its line breaks, with \\n instead of them, or as base64.",
  noKeyInFile:
    "PRIVATE_KEY_PATH does not contain an RSA private key: use the .pem file that GitHub generated for the App.",
  noNumber: (name: string, kind: string, from: number, to: number, given: string) =>
    `${name} must be ${kind} from ${from} to ${to}, not ${given}.`,
  noApi: (usual: string, meant: string | null) =>
    `GITHUB_API_URL must be the address of GitHub's API: ${meant ?? `${usual}, or https://HOST/api/v3 of a GitHub Enterprise Server`}.`,
  noPublicUrl: (given: string) =>
    `PUBLIC_URL must be the address at which this server is reached, for example https://detoil.example.com, not ${given}.`,
  noIssuer: (given: string) =>
    `DETOIL_OIDC_ISSUERS must be issuers of GitHub Actions as their tokens name them, for example https://token.actions.githubusercontent.com/acme, not ${given}.`,
  foreignIssuer: (given: string) =>
    `DETOIL_OIDC_ISSUERS: ${given} is github.com's, and GITHUB_API_URL another GitHub, where its repositories' numbers mean others: remove it.`,
  noOnboarding: (given: string) => `DETOIL_ONBOARDING must be on or off, not ${given}.`,
  noRetention: (given: string) =>
    `DETOIL_RETENTION must be a duration of at most ten years, for example 730 days, not ${given}.`,
  noLevel: (given: string, known: readonly string[]) => `LOG_LEVEL ${given} is not one of ${known.join(", ")}.`,
};

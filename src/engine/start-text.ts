/** Why the server cannot start, for the person who starts it. */
export const startText = {
  noCredentials: "The GitHub App's credentials are missing: set APP_ID, PRIVATE_KEY and WEBHOOK_SECRET.",
  otherKey: (appId: number, apiUrl: string) =>
    `PRIVATE_KEY does not belong to APP_ID ${appId} at ${apiUrl}: GitHub refuses them. Take both from the settings page of the same App, and check GITHUB_API_URL.`,
  noGitHub: (apiUrl: string, reason: string) =>
    `GitHub at ${apiUrl} does not answer as expected (${reason}): check GITHUB_API_URL, the network and githubstatus.com.`,
};

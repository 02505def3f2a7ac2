/** `detoil try` */
export const tryText = {
  steps: (at: {
    readonly github: string;
    readonly detoil: string;
    readonly repository: string;
    readonly command: string;
  }) => `Everything runs on this machine, and is gone once you press Ctrl+C:

  simulated GitHub  ${at.github}
  Detoil            ${at.detoil}

0. Before installing, see what Detoil would do. ${at.repository} has a sre.yml already, which asks for a release pull request and
   for a task in every milestone: ${at.github}/${at.repository}/blob/develop/.github/sre.yml
   From another terminal, in this folder; nothing is written to GitHub:

   export GITHUB_API_URL=${at.github}/api/v3 GITHUB_TOKEN=sim_alice
   ${at.command} preview release-pr --repo ${at.repository}
   ${at.command} suggest --repo ${at.repository} > my-sre.yml
   ${at.command} check my-sre.yml

1. Create the App: open ${at.detoil}, enter acme as the organization, press Continue,
   Continue on GitHub, and Create GitHub App.
2. Press Install it, then Install. (Where you select repositories one by one, Detoil offers those without a sre.yml a first one.)
3. Read the release pull request that Detoil opens in ${at.github}/${at.repository}/pulls
4. Open a pull request there (New pull request), and press Merge pull request: the release lists it. Or from another terminal, with
   the number that the second line answers:

   curl -s ${at.github}/_sim/do -d '{"as": "bo", "action": "push", "repo": "${at.repository}", "branch": "gift", "commits": [{"message": "Gift cards", "files": {"gift.ts": "1"}}]}'
   curl -s ${at.github}/_sim/do -d '{"as": "bo", "action": "open-pull", "repo": "${at.repository}", "title": "Gift cards", "head": "gift", "base": "develop"}'
   curl -s ${at.github}/_sim/do -d '{"as": "bo", "action": "merge-pull", "repo": "${at.repository}", "number": 3}'

5. Create a milestone in ${at.github}/${at.repository}/milestones: its task appears.

What happens:
`,
  installed: (account: string) => `It is installed on ${account}.`,
  uninstalled: (account: string) => `It is no longer installed on ${account}.`,
  /** `sign`: of a check that is green or red, or of what was written. */
  wrote: (sign: "✓" | "✗" | "»", what: string, url: string) => `${sign} ${what}  ${url}`,
};

/** What a pipeline is answered, which shows it in its log: one sentence, with the remedy. */
export const apiText = {
  noToken:
    "Send `Authorization: Bearer TOKEN`: in GitHub Actions an OIDC token for this server, elsewhere a token of `detoil token add`.",
  unknownToken: "This token is not valid (any more): make one with `detoil token add --repo OWNER/NAME`.",
  oidcOff:
    "This server takes no OIDC tokens, because its PUBLIC_URL is not set: set it, or use a token of `detoil token add`.",
  malformed: "This token is neither of `detoil token add` nor an OIDC token.",
  issuer: "The issuer of this OIDC token is not one that this server trusts (DETOIL_OIDC_ISSUERS adds some).",
  audience: (wanted: string) =>
    `The audience of this OIDC token is not ${wanted}: ask for the token with that audience.`,
  expired: "This OIDC token has expired: ask for a new one right before you record.",
  notYet: "This OIDC token is not valid yet: the clocks differ.",
  signature: "The signature of this OIDC token is not one of its issuer's keys.",
  claims: "This OIDC token lacks what a workflow's has: `exp`, `repository_id` and `repository_owner_id`.",
  keys: "The keys of the token's issuer cannot be read at the moment: try again.",
  notInstalled: "Detoil is not installed on the repository of this token, or is suspended or archived there.",
  otherRepository: (own: string) => `This token records for ${own}, and not for another repository.`,
  tooMany: "Too many records at once: try again later.",
  notJson: "Send the record as `Content-Type: application/json`.",
  tooLarge: (kibibytes: number) => `A record has at most ${kibibytes} KiB.`,
  unreadable: "The body is not JSON in UTF-8.",
  otherType: (wanted: string) => `\`type\` must be \`${wanted}\` here, or be left out.`,
  noSha: (key: string) => `\`${key}\` must be the 40 hexadecimal digits of a commit.`,
  tooLong: (key: string, most: number) =>
    `\`${key}\` may have at most ${most} characters, none of them a control character.`,
  past: (key: string, year: number) => `\`${key}\` is before the year ${year}: the clock or the year is wrong.`,
  future: (key: string) => `\`${key}\` is in the future: the clocks differ.`,
  off: "sre.yml on the default branch has no `four-keys`: add it, so that records count.",
  notExternal:
    "sre.yml on the default branch does not count posted deployments: write `external: true` in `four-keys.deployments`.",
  noPermission: "The Four Keys are off here, because the App lacks a permission: the issue about permissions names it.",
  github: "GitHub does not answer at the moment, so that sre.yml cannot be read: try again.",
  notStored: "The record could not be stored: try again.",
};

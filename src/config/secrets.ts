export type SecretKind = "slack-token" | "slack-webhook" | "github-token" | "private-key" | "token" | "password";

export interface Secret {
  readonly kind: SecretKind;
  readonly range: readonly [number, number];
}

/** By what each kind begins with: an installation's token may be `ghs_APPID_JWT` and of any length (facts: tokens since April 2026). */
const KINDS: readonly (readonly [SecretKind, RegExp])[] = [
  ["private-key", /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/g],
  ["slack-webhook", /hooks\.slack(?:-gov)?\.com\/[^\s"'`<>]{1,300}/gi],
  ["slack-token", /(?<![\w.-])(?:xox[a-z]|xapp)[-.][\w.-]{6,500}/gi],
  ["github-token", /(?<![\w.-])(?:gh[a-z]_|github_pat_)[\w.-]{12,2000}/g],
  [
    "token",
    /(?<![\w.-])(?:AKIA[0-9A-Z]{16}|AIza[\w-]{30,60}|eyJ[\w-]{8,2000}\.[\w.-]{8,4000}|sk[-_][\w-]{16,300}|detoil_[0-9A-Za-z]{43}|glpat-[\w-]{16,100})/g,
  ],
  ["password", /:\/\/[^\s/:@]{0,100}:[^\s/@]{3,300}@/g],
];

/** Everything in a text that looks like a secret, in order. Every pattern is bounded, so it takes linear time. */
export function secretsIn(text: string): Secret[] {
  const found = KINDS.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match): Secret => ({ kind, range: [match.index, match.index + match[0].length] })),
  );
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** Letters and digits that only machines write: part of a key or token. */
const RANDOM = /[A-Za-z0-9+/=_-]{32,}/g;

/** A value from a file as it may be shown to people, also without anything that only looks like a key. */
export function hideSecrets(value: string): string {
  let shown = value;
  for (const [, pattern] of KINDS) shown = shown.replace(pattern, "•••");
  return shown.replace(RANDOM, (run) => (/\d/.test(run) && /[a-z]/.test(run) && /[A-Z]/.test(run) ? "•••" : run));
}

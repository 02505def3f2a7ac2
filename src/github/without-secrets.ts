/** What a secret looks like, wherever it appears. Each pattern continues only where a secret begins. */
const SECRETS: readonly RegExp[] = [
  // GitHub's tokens, told by their prefix: `ghs_` of installations may hold dots and be of any length
  /\bgh[a-z]_[\w.-]{16,}/g,
  /\bgithub_pat_\w{16,}/g,
  // pipelines' keys
  /\bdetoil_[0-9A-Za-z]{16,}/g,
  /\bv1\.[0-9a-f]{40}\b/g,
  // JSON web tokens, with which the App speaks for itself, and GitHub Actions' identity
  /\beyJ[\w.-]{20,}/g,
  /(?<=\bBearer )[^\s"]{8,}/gi,
  /-----BEGIN [A-Z ]+-----[^"]*/g,
  /\bxox[a-z]-[\w-]{8,}/g,
  /(?<=\bhooks\.slack\.com\/)[\w/-]+/g,
  // user and password of an address, as DATABASE_URL has them
  /(?<=:\/\/)[^\s/"@]*(?=@)/g,
  /(?<=\b(?:password|passwd|secret|sslkey)=)[^\s&"]+/gi,
];

/** The same text with `[secret]` in place of every token, key and password: for logs and for the store. */
export function withoutSecrets(text: string): string {
  return SECRETS.reduce((left, pattern) => left.replace(pattern, "[secret]"), text);
}

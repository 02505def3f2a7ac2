import { environmentText } from "./environment-text.ts";
import { actionsIssuerOf } from "./github/actions-issuer.ts";
import { withoutSecrets } from "./github/without-secrets.ts";

/** PUBLIC_URL without a slash at the end. */
export function readPublicUrl(given: string | null, problems: string[]): string | null {
  const text = given?.replace(/(?<!\/)\/+$/, "") ?? null;
  if (text !== null && !isAddress(text)) problems.push(environmentText.noPublicUrl(withoutSecrets(text)));
  return text;
}

interface Issuers {
  /** Of GitHub. */
  readonly apiUrl: string;
  /** DETOIL_OIDC_ISSUERS. */
  readonly added: readonly string[];
}

/** Those of one GitHub: a number that is a repository there is another one's on another GitHub. */
export function readIssuers({ apiUrl, added }: Issuers, problems: string[]): readonly string[] {
  const own = actionsIssuerOf(apiUrl);
  for (const issuer of added) {
    if (!isAddress(issuer) || issuer.endsWith("/")) problems.push(environmentText.noIssuer(withoutSecrets(issuer)));
    else if (isOfGitHub(issuer) && !isOfGitHub(own ?? "")) problems.push(environmentText.foreignIssuer(issuer));
  }
  return [...new Set([...(own === null ? [] : [own]), ...added])];
}

/** Whoever asks for a token there is one of github.com's repositories. */
function isOfGitHub(issuer: string): boolean {
  return URL.parse(issuer)?.hostname === "token.actions.githubusercontent.com";
}

/** `https:`, or `http:` on this machine. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.search + url.hash + url.username !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

export function isLoopback(hostname: string): boolean {
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(hostname);
}

const GITHUB = "https://github.com";

/**
 * Where people read what the API at `apiUrl` serves: `https://github.com`, `https://SUB.ghe.com` for `https://api.SUB.ghe.com`
 * (GitHub Enterprise Cloud with data residency), or the host of a GHES.
 */
export function webUrlOf(apiUrl: string): string {
  const url = new URL(apiUrl);
  if (url.hostname === "api.github.com") return GITHUB;
  return isResidency(url) ? url.origin.replace("://api.", "://") : url.origin;
}

/**
 * Where whoever owns an account finds an App's installation: on its public page, under `/apps` on github.com and `/github-apps` on
 * a GHES. On ghe.com that page's address has the App's owner in it (coollabsio/coolify#10573), so there the organization's list
 * of installed Apps is linked instead.
 */
export function appUrlOf(webUrl: string, slug: string, account: string): string {
  if (webUrl === GITHUB) return `${webUrl}/apps/${slug}`;
  if (isResidency(new URL(webUrl))) return `${webUrl}/organizations/${account}/settings/installations`;
  return `${webUrl}/github-apps/${slug}`;
}

function isResidency({ hostname }: URL): boolean {
  return hostname.endsWith(".ghe.com");
}

/** GitHub Enterprise Cloud with data residency: `https://SUB.ghe.com`. */
export function isGheCloud(webUrl: string): boolean {
  return isResidency(new URL(webUrl));
}

const SHOWS_TITLES = ["github.com", "github.test", "localhost", "127.0.0.1", "[::1]"];

/**
 * Whether GitHub shows the title of a reference in a list item (docs.github.com, "Autolinked references and URLs";
 * git-pr-release#65), so that ours would repeat it: github.com and ghe.com do, a GHES does not. The simulated GitHub is
 * at `github.test` and on the loopback interface.
 */
export function showsTitles(webUrl: string): boolean {
  return SHOWS_TITLES.includes(new URL(webUrl).hostname) || isGheCloud(webUrl);
}

/**
 * Who signs the OIDC tokens of GitHub Actions on the GitHub whose API is at `apiUrl` (docs.github.com, "OpenID Connect reference"):
 * github.com's issuer, `https://token.actions.SUB.ghe.com` with data residency, or a GHES's own. null: that is no address.
 */
export function actionsIssuerOf(apiUrl: string): string | null {
  const url = URL.parse(apiUrl);
  if (url === null) return null;
  if (url.hostname === "api.github.com") return "https://token.actions.githubusercontent.com";
  if (url.hostname.endsWith(".ghe.com")) return `https://token.actions.${url.hostname.replace(/^api\./, "")}`;
  return `${url.origin}/_services/token`;
}

/** Where people read what the API at `apiUrl` serves: `https://github.com`, or the GHES host. */
export function webUrlOf(apiUrl: string): string {
  const url = new URL(apiUrl);
  return url.hostname === "api.github.com" ? "https://github.com" : url.origin;
}

/** Longer ones are of no use to people. */
const LONGEST = 1_000;
const PROTOCOLS: ReadonlySet<string> = new Set(["https:", "http:"]);

/**
 * An address that a tool gave (the target of a commit status), for a Markdown link: what could end the link is encoded. null:
 * it is not one that a browser should open.
 */
export function linkTarget(url: string | null): string | null {
  if (url === null || url.length > LONGEST || !URL.canParse(url)) return null;
  const { protocol, username, password, href } = new URL(url);
  if (!PROTOCOLS.has(protocol) || username + password !== "") return null;
  return href.replace(/[()<>\\{}|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

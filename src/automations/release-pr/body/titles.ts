import type { Lane } from "../../../config/schema.ts";

/**
 * Whether to write titles. On github.com and ghe.com GitHub shows the title of a reference in a list item
 * (docs.github.com, "Autolinked references and URLs"; git-pr-release#65), so ours would repeat it. The simulated GitHub
 * is at `github.test` and on the loopback interface.
 */
export function writesTitles(titles: Lane["titles"], webUrl: string): boolean {
  if (titles !== "auto") return titles === "always";
  const { hostname } = new URL(webUrl);
  const unfolds = ["github.com", "github.test", "localhost", "127.0.0.1", "[::1]"];
  return !unfolds.includes(hostname) && !hostname.endsWith(".ghe.com");
}

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Path → file of the style sheet. */
const sheets: Readonly<Record<string, () => string>> = {
  "/_page/style.css": () => readFileSync(new URL("style.css", import.meta.url), "utf8"),
  "/_page/markdown.css": () => readFileSync(require.resolve("github-markdown-css/github-markdown.css"), "utf8"),
};

/** The style sheets; null for any other path. */
export function asset(path: string): Response | null {
  const read = sheets[path];
  return read === undefined
    ? null
    : new Response(read(), {
        headers: { "content-type": "text/css; charset=utf-8", "x-content-type-options": "nosniff" },
      });
}

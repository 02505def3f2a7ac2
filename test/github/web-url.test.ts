import { expect, test } from "vitest";
import { appUrlOf, webUrlOf } from "../../src/github/web-url.ts";

/** docs.github.com: github.com, ghe.com ("data residency": `https://api.SUBDOMAIN.ghe.com`), and a GHES (`https://HOST/api/v3`). */
const HOSTS = [
  ["https://api.github.com", "https://github.com", "https://github.com/apps/detoil"],
  [
    "https://api.octocorp.ghe.com",
    "https://octocorp.ghe.com",
    "https://octocorp.ghe.com/organizations/acme/settings/installations",
  ],
  [
    "https://github.acme.example/api/v3",
    "https://github.acme.example",
    "https://github.acme.example/github-apps/detoil",
  ],
  ["http://127.0.0.1:3100/api/v3", "http://127.0.0.1:3100", "http://127.0.0.1:3100/github-apps/detoil"],
  ["https://api.acme.example/api/v3", "https://api.acme.example", "https://api.acme.example/github-apps/detoil"],
] as const;

test.each(HOSTS)("people read what %s serves at %s", (apiUrl, webUrl, appUrl) => {
  expect([webUrlOf(apiUrl), appUrlOf(webUrl, "detoil", "acme")]).toEqual([webUrl, appUrl]);
});

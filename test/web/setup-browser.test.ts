import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { expect, test } from "vitest";
import { createSimulator, listen, parseWorld } from "../../simulator/index.ts";
import { withPages } from "../../src/cli/github/site.ts";
import { obtainCredentials } from "../../src/web/setup.ts";
import { freePort } from "../postgres/free-port.ts";

const executablePath = "/usr/bin/chromium";
const there = existsSync(executablePath);
if (!there) console.warn(`${executablePath} is not on this machine: the setup page was not tried in a browser.`);

// Plain requests do not show these: cookies on the way back from another site, the Origin of forms, the content policy.
test("a person with a phone sets it up and installs it", { timeout: 60_000 }, async () => {
  if (!there) return;
  const simulator = createSimulator(
    parseWorld(
      {
        app: { slug: "detoil", id: 12 },
        users: [{ login: "alice" }],
        installations: [],
        repos: [{ name: "acme/shop", permission: { alice: "admin" } }, { name: "acme/app" }],
      },
      "w",
    ),
    { transport: async () => new Response() },
  );
  const github = await listen(withPages(simulator, { zone: "UTC" }));
  const data = mkdtempSync(join(tmpdir(), "detoil-setup-"));
  const port = await freePort();
  const shown = Promise.withResolvers<string>();
  const print = (line: string) => {
    const code = /code: (\S+)/.exec(line)?.[1];
    if (code !== undefined) shown.resolve(code);
  };
  const place = { apiUrl: simulator.apiUrl, githubTimeoutSeconds: 30, data };
  const options = { ...place, host: "0.0.0.0", port, production: false };
  const ending = new AbortController();
  const credentials = obtainCredentials({ ...options, print, signal: ending.signal });
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ colorScheme: "dark", viewport: { width: 360, height: 760 } });
    page.setDefaultTimeout(10_000);
    const fits = async () =>
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    // To a browser, localhost and 127.0.0.1 (where the simulated GitHub is) are different sites.
    await page.goto(`http://localhost:${port}/`);
    await fits();
    await page.getByLabel("Code").fill(await shown.promise);
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByLabel("Where GitHub reaches this server").fill("https://detoil.acme.example");
    await fits();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("https://detoil.acme.example/api/github/webhooks").waitFor();
    await fits();
    await page.getByRole("button", { name: "Continue on GitHub" }).click();
    await page.getByRole("heading", { name: "Create a GitHub App" }).waitFor();
    await fits();
    await page.getByLabel("GitHub App name").fill("Acme's Detoil");
    await page.getByRole("button", { name: "Create GitHub App" }).click();
    await page.getByRole("heading", { name: "Acme's Detoil is registered" }).waitFor();
    await fits();
    expect(await credentials).toMatchObject({ appId: 12 });
    await page.getByRole("link", { name: "Install it" }).click();
    await fits();
    await page.getByLabel("Only select repositories").check();
    await page.getByLabel("acme/app").check();
    await page.getByRole("button", { name: "Install" }).click();
    await page.getByRole("heading", { name: "acme-s-detoil is installed on acme" }).waitFor();
    await fits();
    expect(await page.getByRole("link", { name: /^acme\// }).allTextContents()).toEqual(["acme/app"]);
    await page.getByRole("link", { name: "its page" }).click();
    await page.getByText("https://detoil.acme.example/api/github/webhooks").waitFor();
    await page.getByText("installation.created").waitFor();
    await fits();
  } finally {
    ending.abort();
    await browser.close();
    await github.close();
    rmSync(data, { recursive: true, force: true });
  }
});

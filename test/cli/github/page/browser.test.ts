import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { showPage } from "../../../../src/cli/github/page/index.ts";
import { shop } from "./world.ts";

const executablePath = "/usr/bin/chromium";
const there = existsSync(executablePath);
if (!there) console.warn(`${executablePath} is not on this machine: the pages were not tried in a browser.`);

const pictures = process.env.DETOIL_PICTURES ?? mkdtempSync(join(tmpdir(), "detoil-pages-"));
afterAll(() => {
  if (process.env.DETOIL_PICTURES === undefined) rmSync(pictures, { recursive: true, force: true });
});

test("a person clicks from the repositories to an annotation, on a screen and on a phone", {
  timeout: 60_000,
}, async () => {
  if (!there) return;
  const state = shop();
  const server = createServer((request, response) => {
    const answer = showPage(state, new Request(`http://127.0.0.1${request.url}`), { zone: "Asia/Tokyo" });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    answer.text().then((text) => response.end(text));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    for (const look of [
      { name: "screen", colorScheme: "light", width: 1280 },
      { name: "phone", colorScheme: "dark", width: 390 },
    ] as const) {
      const page = await browser.newPage({
        colorScheme: look.colorScheme,
        viewport: { width: look.width, height: 844 },
      });
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(String(error)));
      const picture = async (step: string) => {
        await page.screenshot({ path: join(pictures, `${look.name}-${step}.png`), fullPage: true });
        const width = await page.evaluate<number>("document.documentElement.scrollWidth");
        expect(width, `${step} fits ${look.name}`).toBeLessThanOrEqual(look.width);
      };
      /** What scrolls inside hides words that nobody misses. */
      const whole = async (part: string) => {
        const [inner, outer] = await page.evaluate<[number, number]>(
          `(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth])(document.querySelector("${part}"))`,
        );
        expect(inner, `${part} is whole on ${look.name}`).toBeLessThanOrEqual(outer);
      };
      await page.goto(`${url}orgs/acme/projects/5`);
      await picture("project");
      await whole(".wide");
      await page.goto(url);
      await picture("home");
      await page.getByRole("link", { name: "acme/shop" }).click();
      await picture("pulls");
      await whole(".tabs");
      await page.getByRole("link", { name: "Release 2026-11-20" }).click();
      expect(await page.locator(".markdown-body input[checked]").count()).toBe(1);
      await page.locator("#checks summary").first().click();
      await picture("release");
      await page.getByRole("link", { name: /on the lines of files/ }).click();
      expect(await page.locator(".note").textContent()).toContain("Did you mean");
      await picture("check-run");
      await page.getByRole("link", { name: "Checks" }).click();
      await picture("checks");
      await page.getByRole("link", { name: "Issues" }).click();
      await page.getByRole("link", { name: "Receipts in the mail" }).click();
      await picture("issue");
      await page.getByRole("link", { name: "Milestones" }).click();
      await picture("milestones");
      await page.getByRole("link", { name: "quoted" }).click();
      expect(await page.getByText("due on Fri 27 Nov").count()).toBe(1);
      await picture("milestone");
      expect(complaints).toEqual([]);
      await page.close();
    }
  } finally {
    await browser.close();
    server.close();
  }
});

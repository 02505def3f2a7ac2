import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import type { OrgMeasured, OrgRow } from "../../../src/cli/four-keys/org/measured.ts";
import { printOrgHtml } from "../../../src/cli/four-keys/org/print/html.ts";
import { printHtml } from "../../../src/cli/four-keys/print/html/index.ts";
import { november } from "../../metrics/records.ts";
import { hostile, measuredOf, team } from "./measured.ts";

const executablePath = "/usr/bin/chromium";
const there = existsSync(executablePath);
if (!there)
  console.warn(`${executablePath} is not on this machine: the page of the Four Keys was not tried in a browser.`);

const folder = mkdtempSync(join(tmpdir(), "detoil-four-keys-page-"));
const pictures = process.env.DETOIL_PICTURES;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const settings = { environments: null };
const pages = {
  team: measuredOf(team, { detail: true, redefined: [{ at: november(4), keys: ["deployments"] }] }),
  japanese: measuredOf(team, { detail: true, language: "ja", settings: { timezone: "Asia/Tokyo" } }),
  // Days of another year are longer than those of this one.
  later: { ...measuredOf(team, { language: "ja" }), at: Date.UTC(2099, 0, 1) },
  hostile: measuredOf(hostile, { detail: true, settings }),
};

/** Four repositories; of the last one nothing is known. */
function organization(hostileName: string): OrgMeasured {
  const row = (repo: string, leadTime: number | null): OrgRow => {
    const { report, window, settings: own, language } = pages.team;
    const seconds = leadTime === null ? null : leadTime * 3600;
    const shown = {
      ...report,
      leadTime: { ...report.leadTime, seconds, band: leadTime === null ? null : ("high" as const) },
    };
    return { repo, report: shown, detail: null, window, settings: own, language, ndjson: null };
  };
  return {
    org: "acme",
    rows: [row(hostileName, 5), row("acme/api", 20), row("acme/shop", 100), row("acme/web", null)],
    without: ["acme/docs"],
    archived: [],
    unread: [],
    at: pages.team.at,
  };
}

const looks = [
  { name: "screen", colorScheme: "light", width: 1280, media: "screen" },
  { name: "phone", colorScheme: "dark", width: 390, media: "screen" },
  { name: "paper", colorScheme: "dark", width: 718, media: "print" },
] as const;

/** In the page: the least contrast (WCAG 2.2, 1.4.3) of a text with what it stands on, the size of a chart's letters, colors. */
const SEEN = `(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const known = new Map();
  const rgb = (color) => {
    if (known.has(color)) return known.get(color);
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    known.set(color, [...canvas.getImageData(0, 0, 1, 1).data]);
    return known.get(color);
  };
  const light = (color) => {
    const [r, g, b] = rgb(color).slice(0, 3).map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (rgb(color)[3] === 255) return color;
    }
    return "white";
  };
  let contrast = 21;
  for (const element of document.body.querySelectorAll("*")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "")) continue;
    const style = getComputedStyle(element);
    const color = element instanceof SVGElement ? style.fill : style.color;
    const [a, b] = [light(color), light(ground(element))].sort((x, y) => y - x);
    contrast = Math.min(contrast, (a + 0.05) / (b + 0.05));
  }
  const chart = document.querySelector("svg");
  const bar = document.querySelector('svg [fill="var(--series)"]');
  return {
    contrast,
    width: document.documentElement.scrollWidth,
    letters: (chart.getBoundingClientRect().width / chart.viewBox.baseVal.width) * parseFloat(getComputedStyle(chart.querySelector("text")).fontSize),
    ground: rgb(getComputedStyle(document.documentElement).backgroundColor).slice(0, 3).join(),
    bar: rgb(getComputedStyle(bar).fill).slice(0, 3).join(),
    dangerous: document.querySelectorAll("script, img, iframe, object, [onerror]").length,
    cut: [...document.querySelectorAll("svg text")].filter((text) => {
      const [inner, outer] = [text.getBoundingClientRect(), text.ownerSVGElement.getBoundingClientRect()];
      return inner.left < outer.left - 1 || inner.right > outer.right + 1;
    }).length,
  };
})()`;

interface Seen {
  readonly contrast: number;
  readonly width: number;
  readonly letters: number;
  readonly ground: string;
  readonly bar: string;
  readonly dangerous: number;
  readonly cut: number;
}

test("the page in a browser: on a screen, on a phone in the dark, on paper", { timeout: 60_000 }, async () => {
  if (!there) return;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const [complaints, requests]: [string[], string[]] = [[], []];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("request", (request) => requests.push(request.url()));
    for (const [name, measured] of Object.entries(pages)) {
      const file = join(folder, `${name}.html`);
      writeFileSync(file, printHtml(measured, "https://github.example"));
      await page.goto(pathToFileURL(file).href);
      for (const look of looks) {
        await page.setViewportSize({ width: look.width, height: 844 });
        await page.emulateMedia({ media: look.media, colorScheme: look.colorScheme });
        if (pictures !== undefined)
          await page.screenshot({ path: join(pictures, `four-keys-${name}-${look.name}.png`), fullPage: true });
        const seen = await page.evaluate<Seen>(SEEN);
        const where = `${name} on ${look.name}`;
        expect(seen.width, where).toBeLessThanOrEqual(look.width);
        expect(seen.contrast, where).toBeGreaterThanOrEqual(4.5);
        expect(seen.letters, where).toBeGreaterThan(look.media === "print" ? 9 : 11);
        expect([seen.dangerous, seen.cut], where).toEqual([0, 0]);
        // Paper is light, whatever the screen is.
        expect([seen.ground, seen.bar], where).toEqual(
          look.name === "phone" ? ["13,17,23", "68,147,248"] : ["255,255,255", "9,105,218"],
        );
      }
    }
    expect(complaints).toEqual([]);
    expect(requests).toEqual(Object.keys(pages).map((name) => pathToFileURL(join(folder, `${name}.html`)).href));
  } finally {
    await browser.close();
  }
});

/** What the page shows of its table: each row's first cell, and which heading sorts it. */
const SORTED = `(() => {
  const table = document.querySelector("table");
  return {
    rows: [...table.tBodies[0].rows].map((row) => row.cells[0].textContent),
    sorted: [...table.tHead.rows[0].cells].map((cell) => cell.ariaSort),
    width: document.documentElement.scrollWidth,
  };
})()`;

test("an organization's page in a browser: its headings sort it, and nothing but that runs", {
  timeout: 60_000,
}, async () => {
  if (!there) return;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const [complaints, requests]: [string[], string[]] = [[], []];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("request", (request) => requests.push(request.url()));
    const file = join(folder, "org.html");
    const hostileName = "<script>document.title='run'</script>";
    writeFileSync(file, printOrgHtml(organization(`acme/${hostileName}`), "https://github.example"));
    await page.goto(pathToFileURL(file).href);
    for (const look of looks) {
      await page.setViewportSize({ width: look.width, height: 844 });
      await page.emulateMedia({ media: look.media, colorScheme: look.colorScheme });
      if (pictures !== undefined)
        await page.screenshot({ path: join(pictures, `four-keys-org-${look.name}.png`), fullPage: true });
      expect((await page.evaluate<{ width: number }>(SORTED)).width).toBeLessThanOrEqual(look.width);
    }
    await page.emulateMedia({ media: "screen" });
    const after = async (heading: string) => {
      await page.getByRole("button", { name: heading }).click();
      return page.evaluate<{ rows: string[]; sorted: (string | null)[] }>(SORTED);
    };
    const [api, shop, web] = ["api", "shop", "web"];
    // The longest first; what is not known is last, whichever way.
    expect((await after("lead time")).rows).toEqual([shop, api, hostileName, web]);
    const { rows, sorted } = await after("lead time");
    expect(rows).toEqual([hostileName, api, shop, web]);
    expect(sorted).toEqual([null, null, "ascending", null, null, null]);
    expect((await after("repository")).rows).toEqual([hostileName, api, shop, web]);
    await page.keyboard.press("Enter");
    expect((await page.evaluate<{ rows: string[] }>(SORTED)).rows).toEqual([web, shop, api, hostileName]);
    expect(await page.title()).not.toBe("run");
    // An attribute's script, and another one, are refused: by the policy of the page.
    expect(complaints).toEqual([]);
    await page.evaluate(
      "document.body.insertAdjacentHTML('beforeend', '<b onclick=\"document.title=1\">x</b>'); document.querySelector('b').click()",
    );
    expect(await page.title()).not.toBe("1");
    expect(complaints.join()).toMatch(/Content Security Policy/);
    expect(requests).toEqual([pathToFileURL(file).href]);
  } finally {
    await browser.close();
  }
});

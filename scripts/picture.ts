/** Takes the README's picture: the demo's release pull request after six steps of the story, as a browser shows it. */
import { chromium } from "playwright-core";
import { openStage } from "../src/cli/demo/stage.ts";
import { beginning } from "../src/cli/demo/story/beginning.ts";
import { everyday } from "../src/cli/demo/story/everyday.ts";
import { play } from "../src/cli/demo/story/play.ts";
import { firstMonday, shop } from "../src/cli/demo/story/world.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const path = new URL("../docs/images/release-pr.png", import.meta.url).pathname;

const stage = await openStage(firstMonday());
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  for (const step of [...beginning, ...everyday.slice(0, 1)]) {
    const { missing } = await play(stage, step);
    if (missing.length > 0) throw new Error(`${step.title}: missing that ${missing.join(", ")}`);
  }
  const page = await browser.newPage({ viewport: { width: 1000, height: 600 }, colorScheme: "light" });
  await page.goto(`${stage.url}/${shop}/pull/2`);
  await page.screenshot({ path, fullPage: true });
  console.log(`${path} is taken.`);
} finally {
  await browser.close();
  await stage.close();
}

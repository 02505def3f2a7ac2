/** Takes the screenshots for the documentation: the demo's release pull request, its milestone and its Four Keys, as a browser shows them. */
import { execFileSync } from "node:child_process";
import { chromium } from "playwright-core";
import { install } from "../src/cli/demo/install.ts";
import { openStage } from "../src/cli/demo/stage.ts";
import { beginning } from "../src/cli/demo/story/beginning.ts";
import { everyday } from "../src/cli/demo/story/everyday.ts";
import { fourKeys } from "../src/cli/demo/story/four-keys.ts";
import { milestone } from "../src/cli/demo/story/milestone.ts";
import { play } from "../src/cli/demo/story/play.ts";
import type { Step } from "../src/cli/demo/story/step.ts";
import { app, firstMonday, pay, shop } from "../src/cli/demo/story/world.ts";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

// Where no font has them, the browser draws boxes in place of ✅ and 文, and says nothing.
for (const glyph of ["2705", "6587"]) {
  if (execFileSync("fc-list", [`:charset=${glyph}`]).length === 0) {
    throw new Error(`No font here has U+${glyph}: install one (Debian: fonts-noto-color-emoji, fonts-noto-cjk).`);
  }
}

const stage = await openStage(firstMonday());
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  await take("release-pr", [...beginning, ...everyday.slice(0, 1)], `${shop}/pull/3`);
  await take("milestone-tasks", milestone.slice(0, -1), `${app}/issues/4`);
  await take("four-keys", fourKeys, `${pay}/issues/5`);
} finally {
  await browser.close();
  await stage.close();
}

async function take(name: string, steps: readonly Step[], page: string): Promise<void> {
  install(stage, steps);
  for (const step of steps) {
    const { missing } = await play(stage, step);
    if (missing.length > 0) throw new Error(`${step.title}: missing that ${missing.join(", ")}`);
  }
  const path = new URL(`../docs/images/${name}.png`, import.meta.url).pathname;
  const tab = await browser.newPage({ viewport: { width: 1000, height: 600 }, colorScheme: "light" });
  await tab.goto(`${stage.url}/${page}`);
  await tab.screenshot({ path, fullPage: true });
  console.log(`${path} is taken.`);
}

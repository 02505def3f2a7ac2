import type { Language } from "../../calendar/format.ts";
import type { StoryStep } from "../github/page/home.ts";
import { usage } from "../help.ts";
import { parseCommand } from "../usage.ts";
import { install } from "./install.ts";
import { openStage, type Stage } from "./stage.ts";
import { story } from "./story/index.ts";
import { colored, drawn, type Ink, plain } from "./story/ink.ts";
import { type Played, play } from "./story/play.ts";
import type { Part, Step } from "./story/step.ts";
import { wordsIn } from "./story/words.ts";
import { firstMonday } from "./story/world.ts";
import { wrapped } from "./story/wrap.ts";
import { teamTime } from "./team-time.ts";

/** Columns of a terminal for what the team did. */
const WIDTH = 104;

/** `detoil demo`: a year of five teams' work on a simulated GitHub. 0 when Detoil wrote everything that was expected. */
export async function demo(argv: string[]): Promise<number> {
  const { values } = parseCommand({ args: argv, options: { exit: { type: "boolean", default: false } } }, usage.demo);
  const ink = process.stdout.isTTY && process.env.NO_COLOR === undefined ? colored : plain;
  const stopped = stop();
  const stage = await openStage(firstMonday());
  try {
    console.log(`The real server, an embedded database, and a simulated GitHub: ${ink("underline", stage.url)}\n`);
    const lacking: string[] = [];
    let number = 0;
    for (const part of story) {
      introduce(stage, part, ink);
      install(stage, part.steps);
      for (const step of part.steps) {
        const played = await Promise.race([play(stage, step, part.language), stopped]);
        if (played === null) return 1;
        number += 1;
        const { language = "en" } = part;
        await tell(stage, number, step, played, { ink, language, stays: !values.exit });
        lacking.push(...played.missing.map((what) => `Step ${number}, ${step.title}: missing that ${what}.`));
      }
    }
    for (const line of lacking) console.error(ink("red", line));
    if (lacking.length === 0) console.log(ink("green", `All ${number} steps came out as expected.`));
    if (!values.exit) {
      stage.open();
      console.log(
        `Ctrl+C ends it. Until then, read every pull request, issue, milestone and check at ${ink("underline", stage.url)}\nTheir forms act as one of the team, and Detoil responds.`,
      );
      await stopped;
    }
    return lacking.length === 0 ? 0 : 1;
  } finally {
    await stage.close();
  }
}

function introduce({ story }: Stage, { title, text, language = "en", sre }: Part, ink: Ink): void {
  console.log(`${ink(["bold", "inverse"], ` ${title} `)}\n${text.replaceAll("`", "")}\n`);
  if (sre !== null) console.log(`${sre.replace(/^(?=.)/gm, "    ")}`);
  story.push({ title, text, language, sre, steps: [] });
}

/** `stays`: the page can be read when all is told. */
async function tell(
  stage: Stage,
  number: number,
  step: Step,
  { clicks, written, missing }: Played,
  { ink, language, stays }: { ink: Ink; language: Language; stays: boolean },
): Promise<void> {
  const say = wordsIn[language];
  const at = step.until ?? step.at;
  console.log(
    `${ink(["bold", "cyan"], String(number).padStart(2))}  ${ink("bold", step.title)}  ${ink("dim", teamTime(at, language))}`,
  );
  for (const row of wrapped(step.text.replace(/[`*]/g, ""), WIDTH)) console.log(`    ${row}`);
  for (const line of fewer(clicks, say)) {
    for (const [at, row] of wrapped(line, WIDTH - 2).entries())
      console.log(`    ${at === 0 ? ink("magenta", "▸") : " "} ${ink("dim", row)}`);
  }
  const wrote: StoryStep["wrote"][number][] = [];
  for (const one of written) {
    const path = stays ? await stage.keep(number, one.path) : one.path;
    const url = stays ? `${stage.url}${path}` : null;
    for (const line of drawn(one, one.because, url, ink, language)) console.log(`    ${line}`);
    wrote.push({ ...one, path });
  }
  if (written.length === 0) console.log(`    ${ink("dim", say.nothing)}`);
  for (const { what } of step.expect)
    console.log(
      `    ${missing.includes(what) ? ink("red", say.missing) : ink("dim", say.expected)} ${ink("dim", what.replaceAll("`", ""))}`,
    );
  console.log();
  stage.story.at(-1)?.steps.push({ title: step.title, at, text: step.text, repo: step.repo, clicks, wrote });
}

/** The page has the rest. */
const MOST_CLICKS = 6;

function fewer(clicks: readonly string[], { more }: { more(lines: number): string }): readonly string[] {
  if (clicks.length <= MOST_CLICKS) return clicks;
  return [...clicks.slice(0, MOST_CLICKS - 1), more(clicks.length - MOST_CLICKS + 1)];
}

/** Resolves when somebody stops it. */
function stop(): Promise<null> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve(null));
    process.once("SIGTERM", () => resolve(null));
  });
}

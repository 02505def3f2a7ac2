import { parseCommand } from "../usage.ts";
import { openStage, type Stage } from "./stage.ts";
import { beginning } from "./story/beginning.ts";
import { everyday } from "./story/everyday.ts";
import { coloured, drawn, type Ink, plain, teamTime } from "./story/ink.ts";
import { type Played, play } from "./story/play.ts";
import { releasing } from "./story/releasing.ts";
import type { Step } from "./story/step.ts";
import { firstMonday } from "./story/world.ts";

const usage = "detoil demo [--exit]";

const story: readonly Step[] = [...beginning, ...everyday, ...releasing];

/** `detoil demo`: three weeks of a team's work on a simulated GitHub. 0 when Detoil wrote everything that was expected. */
export async function demo(argv: string[]): Promise<number> {
  const { values } = parseCommand({ args: argv, options: { exit: { type: "boolean", default: false } } }, usage);
  const ink = process.stdout.isTTY && process.env.NO_COLOR === undefined ? coloured : plain;
  const stopped = stop();
  const stage = await openStage(firstMonday());
  try {
    console.log(`The real server, an embedded database, and a simulated GitHub: ${ink("underline", stage.url)}\n`);
    const lacking: string[] = [];
    for (const [index, step] of story.entries()) {
      const played = await Promise.race([play(stage, step), stopped]);
      if (played === null) return 1;
      tell(stage, index + 1, step, played, ink);
      lacking.push(...played.missing.map((what) => `Step ${index + 1}, ${step.title}: missing that ${what}.`));
    }
    for (const line of lacking) console.error(ink("red", line));
    if (lacking.length === 0) console.log(ink("green", `All ${story.length} steps came out as expected.`));
    if (!values.exit) {
      console.log(
        `Ctrl+C ends it. Until then, read every pull request, issue and check at ${ink("underline", stage.url)}`,
      );
      await stopped;
    }
    return lacking.length === 0 ? 0 : 1;
  } finally {
    await stage.close();
  }
}

function tell(stage: Stage, number: number, step: Step, { written, missing }: Played, ink: Ink): void {
  console.log(
    `${ink(["bold", "cyan"], String(number).padStart(2))}  ${ink("bold", step.title)}  ${ink("dim", teamTime(step.at))}`,
  );
  console.log(`    ${step.text.replace(/[`*]/g, "")}`);
  for (const one of written) for (const line of drawn(one, one.because, ink)) console.log(`    ${line}`);
  if (written.length === 0) console.log(`    ${ink("dim", "Detoil has nothing to write.")}`);
  for (const { what } of step.expect)
    console.log(
      `    ${missing.includes(what) ? ink("red", "missing:") : ink("dim", "as expected:")} ${ink("dim", what.replaceAll("`", ""))}`,
    );
  console.log();
  stage.story.push({ title: step.title, text: step.text, wrote: written });
}

/** Resolves when somebody wants it to end. */
function stop(): Promise<null> {
  return new Promise((resolve) => {
    process.once("SIGINT", () => resolve(null));
    process.once("SIGTERM", () => resolve(null));
  });
}

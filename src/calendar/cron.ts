import { Cron } from "croner";

// Detoil's own grammar comes first, because croner accepts more than sre.yml does (L, W, #, ?, @daily, seconds, years).

interface Field {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly names: readonly string[];
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

const FIELDS: readonly Field[] = [
  { name: "a minute", lowest: 0, highest: 59, names: [] },
  { name: "an hour", lowest: 0, highest: 23, names: [] },
  { name: "a day of the month", lowest: 1, highest: 31, names: [] },
  { name: "a month", lowest: 1, highest: 12, names: MONTHS },
  { name: "a day of the week", lowest: 0, highest: 7, names: WEEKDAYS },
];

const PART = /^(?:(\*)|([a-z]+|\d+)(?:-([a-z]+|\d+))?)(?:\/(\d+))?$/i;

/** What is wrong with a five-field schedule, in one sentence; null if it is valid. */
export function cronProblem(text: string): string | null {
  const fields = fieldsOf(text);
  if (fields.length !== FIELDS.length) {
    return `A schedule has five fields (minute, hour, day of the month, month, day of the week), this has ${fields.length}. Write for example "0 10 * * mon".`;
  }
  for (const [index, field] of FIELDS.entries()) {
    for (const part of (fields[index] ?? "").split(",")) {
      const problem = partProblem(part, field);
      if (problem !== null) return problem;
    }
  }
  if (evaluator(text, "UTC").nextRun(new Date(0)) === null) {
    return "This schedule names a day that no month has, so it never comes.";
  }
  return null;
}

function fieldsOf(text: string): string[] {
  const trimmed = text.trim();
  return trimmed === "" ? [] : trimmed.split(/[ \t]+/);
}

function partProblem(part: string, field: Field): string | null {
  const { name, lowest, highest, names } = field;
  const allowed = names.length === 0 ? `${lowest}-${highest}` : `${lowest}-${highest} or ${names[0]}-${names.at(-1)}`;
  const read = PART.exec(part);
  if (read === null) return `"${part}" is not ${name}. Write *, ${allowed}, a list, a range or a step such as */2.`;
  const [, star, first, last, step] = read;
  if (step !== undefined) {
    if (star === undefined && last === undefined) return `A step needs * or a range before it, "${part}" has none.`;
    if (Number(step) < 1 || Number(step) > highest) return `"${part}": the step of ${name} is from 1 to ${highest}.`;
  }
  if (star !== undefined) return null;
  const from = numberOf(first ?? "", field);
  const to = last === undefined ? from : numberOf(last, field, from ?? 0);
  if (from === null || to === null) return `"${part}" is not ${name}. It goes from ${allowed}.`;
  if (to < from)
    return `"${part}" runs backwards. Write it as two parts, such as ${highest - 1}-${highest},${lowest}-${lowest + 1}.`;
  return null;
}

/** The number of a value or a name; Sunday at the end of a range is 7, as in `sat-sun`. */
function numberOf(text: string, { lowest, highest, names }: Field, after = -1): number | null {
  const named = names.indexOf(text.toLowerCase());
  const value = named >= 0 ? named + (names.length === 12 ? 1 : 0) : /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= lowest && value <= highest)) return null;
  return text.toLowerCase() === "sun" && after > 0 ? 7 : value;
}

/**
 * Croner on the checked text. Both day fields given = either. Summer time: a fixed time that falls in the gap comes at the
 * gap's end, one in the repeated hour comes once; `*` and steps skip the gap and come in both hours.
 */
function evaluator(text: string, timezone: string): Cron {
  const fields = fieldsOf(text);
  // Croner reads names by text replacement and accepts -sun; plain numbers avoid that.
  const numbers = fields.map((field, index) => {
    const rule = FIELDS[index];
    if (rule === undefined) return field;
    return field
      .split(",")
      .map((part) => numeric(part, rule))
      .join(",");
  });
  return new Cron(numbers.join(" "), { timezone, mode: "5-part", fixedTimeRule: "no-wildcard", paused: true });
}

function numeric(part: string, field: Field): string {
  const [, star, first, last, step] = PART.exec(part) ?? [];
  if (star !== undefined) return part;
  const from = numberOf(first ?? "", field);
  const to = last === undefined ? null : numberOf(last, field, from ?? 0);
  return `${from}${to === null ? "" : `-${to}`}${step === undefined ? "" : `/${step}`}`;
}

/** The latest tick at or before `now`; null if there never was one. The text must have passed `cronProblem`. */
export function lastTick(cron: string, timezone: string, now: Date): Date | null {
  // Croner returns ticks strictly before the time, in whole seconds.
  const reference = new Date(Math.floor(now.getTime() / 1000) * 1000 + 1000);
  return evaluator(cron, timezone).previousRuns(1, reference)[0] ?? null;
}

/** The first tick after `now`; null if there is none. The text must have passed `cronProblem`. */
export function nextTick(cron: string, timezone: string, now: Date): Date | null {
  return evaluator(cron, timezone).nextRun(now);
}

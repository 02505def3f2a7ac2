type DurationUnit = "minutes" | "hours" | "days" | "weeks" | "months" | "business hours" | "business days";

/** A whole number of one unit; negative looks back. */
export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const WRITTEN = /^(-?)(\d{1,7})\s+(?:(business)\s+)?(minute|hour|day|week|month)s?$/;

/** Ten years of each unit. A longer duration is a typo and would take long to count. */
const LONGEST: Readonly<Record<DurationUnit, number>> = {
  minutes: 5_256_000,
  hours: 87_600,
  days: 3_650,
  weeks: 520,
  months: 120,
  "business hours": 87_600,
  "business days": 3_650,
};

/** Reads `-3 business days`, `1 hour`; null when it is not `<whole number> <unit>`, or is longer than ten years. */
export function parseDuration(text: string): Duration | null {
  const written = WRITTEN.exec(text.trim());
  if (written === null) return null;
  const [, minus, digits, business, word] = written;
  const unit = `${business === undefined ? "" : "business "}${word}s`;
  if (!isUnit(unit)) return null;
  const size = Number(digits);
  if (size > LONGEST[unit]) return null;
  return { amount: minus === "-" && size > 0 ? -size : size, unit };
}

/** A duration of a validated sre.yml. Throws if it is not valid. */
export function durationOf(text: string): Duration {
  const duration = parseDuration(text);
  if (duration === null) throw new Error(`not a duration: ${text}`);
  return duration;
}

function isUnit(text: string): text is DurationUnit {
  return Object.hasOwn(LONGEST, text);
}

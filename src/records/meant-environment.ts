import { nearest } from "../config/nearest.ts";

/** As `prod` begins like `production`, and `de` like nothing. */
const BEGINNING = 3;

/** The environment that a name was probably meant to be: a typo away, or longer or shorter than it; null: none. */
export function meantEnvironment(name: string, environments: readonly string[]): string | null {
  const begins = (long: string, short: string) =>
    short.length >= BEGINNING && long.toLowerCase().startsWith(short.toLowerCase());
  return nearest(name, environments) ?? environments.find((one) => begins(one, name) || begins(name, one)) ?? null;
}

import { escapeText } from "../../../markdown/escape.ts";

const PERSON_OR_TEAM = /^[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\/[A-Za-z0-9._-]{1,100})?$/;

/** A login or team that is pinged; a marker is a text, and what is no name in it pings nobody. */
export function mention(name: string): string {
  return PERSON_OR_TEAM.test(name) ? `@${name}` : escapeText(name);
}

export function plainName(name: string): string {
  return escapeText(name);
}

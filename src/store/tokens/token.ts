import { createHash, randomInt } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** Of 62 characters: 256 bits. */
const LENGTH = 43;
const PREFIX = "detoil_";
const TOKEN = /^detoil_[0-9A-Za-z]{43}$/;

/** So much of it is stored as it is, for people to know it again. */
const START_LENGTH = PREFIX.length + 6;

/** A new one. Its prefix is there for people, and for scanners of secrets: `detoil_[0-9A-Za-z]{43}`. */
export function newToken(): string {
  const characters = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return `${PREFIX}${characters.join("")}`;
}

/** Whether a text can be one at all: otherwise nothing is looked up. */
export function isToken(text: string): boolean {
  return TOKEN.test(text);
}

export function startOf(token: string): string {
  return token.slice(0, START_LENGTH);
}

/**
 * What is stored of it. Nobody can guess 256 random bits, so one round without salt is enough; and who is found by a hash
 * learns nothing from how long it takes.
 */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

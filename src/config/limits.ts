/** A configuration written by hand stays far below these limits; anything beyond is a mistake or an attack. */
export const MAX_BYTES = 256 * 1024;
export const MAX_DEPTH = 20;
/** Values after aliases are followed: a few lines of YAML can stand for billions. */
export const MAX_VALUES = 20_000;
/** Problems of one kind that are reported per file; the next ones show once these are fixed. */
export const MAX_REPORTED = 100;
/** `_extends` hops. */
export const MAX_HOPS = 5;
/** Versions of a broken file that are tried, newest first. */
export const MAX_VERSIONS = 20;

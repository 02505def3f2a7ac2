/** A configuration that people write by hand stays far beneath these; what goes beyond is a mistake or an attack. */
export const MAX_BYTES = 256 * 1024;
export const MAX_DEPTH = 20;
/** Values after aliases are followed: a few lines of YAML can stand for billions. */
export const MAX_VALUES = 20_000;
/** Problems of one kind that are told of one file; whoever mends these sees the next. */
export const MAX_REPORTED = 100;
/** `_extends` hops. */
export const MAX_HOPS = 5;
/** Versions of a broken file that are tried, newest first. */
export const MAX_VERSIONS = 20;

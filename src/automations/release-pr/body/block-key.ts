/** The key of Detoil's part of a release pull request's description. */
export const BLOCK = "release";

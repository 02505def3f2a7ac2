/** The marker of Detoil's issue about the cadence. */
export const ISSUE = "renovate-cadence";

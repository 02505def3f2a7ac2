/** The check that can be required on every pull request. */
export const BRANCH_CHECK = "Detoil / branch";
/** The checks that can be required on every pull request into a lane's base, by which automation writes them. */
export const RELEASE_CHECK = "Detoil / release";
export const CADENCE_CHECK = "Detoil / cadence";

/** The check that can be required on every pull request into a lane's base. */
export const RELEASE_CHECK = "Detoil / release";

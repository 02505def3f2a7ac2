/** The languages of everything that Detoil writes. */
export const languages = ["en", "ja"] as const;

export type Language = (typeof languages)[number];

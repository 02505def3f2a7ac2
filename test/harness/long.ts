/** `npm run test:chaos`: what `npm test` plays a few times, always the same, is played many times, each time another. */
export const LONG = process.env.DETOIL_CHAOS === "1";

/** How often fast-check tries a property. */
export const runs = (few: number): { readonly numRuns: number } => ({ numRuns: LONG ? 20 * few : few });

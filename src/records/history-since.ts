/** The cursor that says how far back people asked for history, as ISO 8601: `detoil backfill --since` writes it. */
export const HISTORY_SINCE = "history-since";

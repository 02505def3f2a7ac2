import pg from "pg";

const INT8 = 20;

/** GitHub's ids and our counters are far below 2^53: int8 as a number. */
export const resultTypes: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: "text" | "binary") =>
    id === INT8 ? Number : pg.types.getTypeParser(id, format ?? "text")) as typeof pg.types.getTypeParser,
};

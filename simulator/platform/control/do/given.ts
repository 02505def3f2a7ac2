/** The fields without `undefined`, or the same without their optionality's second meaning. */
export type Given<Fields> = { [Key in keyof Fields]: Exclude<Fields[Key], undefined> };

/** Omits the fields that were not given: actions distinguish "not given" from "given as nothing". */
export function given<Fields extends object>(fields: Fields): Given<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
}

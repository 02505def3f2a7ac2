/** A value by a key that people chose: `constructor` is a key like any other, and not the inherited property. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

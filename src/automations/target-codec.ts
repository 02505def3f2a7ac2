/** How what a target is about is written after its kind: the 12 of `pull/12`. */
export interface Field<Value> {
  parse(text: string): Value | null;
  format(value: Value): string;
}

/** Each kind of target, with what it is about; null: there is one of its kind, as with `lanes`. */
type Kinds = Readonly<Record<string, Field<unknown> | null>>;

/** One target, parsed: `{kind: "lanes"}`, `{kind: "pull", value: 12}`. */
type Parsed<All extends Kinds> = {
  [Kind in keyof All & string]: All[Kind] extends Field<infer Value>
    ? { readonly kind: Kind; readonly value: Value }
    : { readonly kind: Kind };
}[keyof All & string];

/** An automation's targets as values, and as the text that the work queue keeps. */
export interface TargetCodec<Value> {
  format(target: Value): string;
  /** null: a target that this version does not know; the database may hold those of another one. */
  parse(target: string): Value | null;
}

/** A target has one spelling, because work is coalesced by it: for every text that is parsed, formatting gives that text. */
export function targetCodec<const All extends Kinds>(kinds: All): TargetCodec<Parsed<All>> {
  return {
    format(target) {
      const field = kinds[target.kind] ?? null;
      return field === null ? target.kind : `${target.kind}/${field.format("value" in target ? target.value : null)}`;
    },
    parse(target) {
      const slash = target.indexOf("/");
      const kind = slash < 0 ? target : target.slice(0, slash);
      if (!Object.hasOwn(kinds, kind)) return null;
      const field = kinds[kind] ?? null;
      if (field === null || slash < 0) return field === null && slash < 0 ? ({ kind } as Parsed<All>) : null;
      const value = field.parse(target.slice(slash + 1));
      return value === null ? null : ({ kind, value } as Parsed<All>); // of this kind's own field
    },
  };
}

/** A number or id of GitHub's: 1, 2, 3 … */
export const natural: Field<number> = {
  parse: (text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null),
  format: String,
};

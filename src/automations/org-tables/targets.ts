import { type Field, targetCodec } from "../target-codec.ts";

const automationName: Field<string> = {
  parse: (text) => (/^[a-z][a-z-]{0,39}$/.test(text) ? text : null),
  format: (name) => name,
};

/** `table/NAME`: the table of the automation with this name. */
export const targets = targetCodec({ table: automationName });

import { type Field, natural, targetCodec } from "../target-codec.ts";

/** GitHub's global id of something. Ids of old objects are base64 with all its characters. */
const nodeId: Field<string> = {
  parse: (text) => (/^[\w+/=-]{1,200}$/.test(text) ? text : null),
  format: String,
};

/** A tag's name, which may have slashes in it. */
const tagName: Field<string> = {
  parse: (text) => (text === "" ? null : text),
  format: String,
};

/**
 * `history`, all that was before; `change/N`, a merged pull request; `incident/N`, an issue; what may be a deployment, by its
 * id or name; `report`, the issue with the numbers.
 */
export const targets = targetCodec({
  history: null,
  change: natural,
  deployment: nodeId,
  release: nodeId,
  tag: tagName,
  incident: natural,
  report: null,
});

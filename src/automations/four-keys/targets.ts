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

const sha: Field<string> = {
  parse: (text) => (/^[0-9a-f]{40}$/.test(text) ? text : null),
  format: String,
};

/** An attempt of a run, and the file of its workflow: which says whether it counts before GitHub is asked. */
const runAttempt: Field<{ readonly id: number; readonly attempt: number; readonly file: string }> = {
  parse(text) {
    const [first = "", second = "", ...rest] = text.split("/");
    const [id, attempt, file] = [natural.parse(first), natural.parse(second), rest.join("/")];
    return id === null || attempt === null || file === "" ? null : { id, attempt, file };
  },
  format: ({ id, attempt, file }) => `${id}/${attempt}/${file}`,
};

/**
 * `history`, all that was before; `change/N`, a merged pull request; `incident/N`, an issue; what may be a deployment, by its
 * id or name, of a run with its attempt and file; `commit/SHA`, what is behind a commit of which a pipeline said that it deployed it;
 * `report`, the issue with the numbers; `comments`, on what was deployed, and `comment/N`, on one of them.
 */
export const targets = targetCodec({
  history: null,
  change: natural,
  deployment: nodeId,
  release: nodeId,
  tag: tagName,
  run: runAttempt,
  commit: sha,
  incident: natural,
  report: null,
  comments: null,
  comment: natural,
});

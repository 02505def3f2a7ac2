import { LONG } from "../harness/long.ts";

/** Repeated parts. A new kind of syntax that a reader knows belongs here, so that all readers are tried with it. */
const PUMPS: readonly string[] = [
  ..." \t\n\r\u2028\u3000\u200B`<>[]*_~#{}\\|-=+$@/.:,\"'&a1日👍\uD800",
  ...' \n|\r\n|` |``a |<!--|<!-- |-->|<!-- -->|<!-- detoil:|<!-- detoil:x -->|<!-- de<!-- detoil:x -->|<a b=\'|<a b="c" |</a |<?'.split(
    "|",
  ),
  ..."](|[a](b)|![|**|__|~~|$$|$`|#1|#1 |#{{ref:|{{|{{ref:|{{a}}|{{a |}}|{{{|- |* |+ |1. |> |>|---\n|a\n=\n|- a\n".split(
    "|",
  ),
  ..."- [ ] |- [ ] #1|- [ ] #1 a\n|- [x] \n|  - [ ] #7 b\n|- ~~#1|  a\n|<sub>Detoil|@a |@a/b |www.|http://|a@b.c|gh-1|/sre|/sre a\n".split(
    "|",
  ),
  "|a|b\n|-|-\n",
  "a|b\n",
  "-|",
  "Reverts #1\n",
  "Reverts ",
  "Reverts a/b#1 ",
  "This reverts commit 0123456789.\n",
  "This reverts commit ",
  'Revert "',
  "0123456789abcdef",
  "2026-01-01 ",
  "**2026-01-01",
  "a: ",
  "a:\n",
  "- - ",
  "[[",
  "{a: ",
  "&a ",
  "*a ",
  "a/",
  "]",
  ",",
  "，",
  "：",
  "－",
  "\u00A0",
  "xoxb-",
  "ghs_",
  "eyJ",
  "-----BEGIN ",
  "a；",
  "**/",
  "\u{1F3F4}\u{E0067}",
  "\u{E0041}",
  " - [ ] <!-- a-branch=b -->c (`d`, `e`)\n",
  "Updates `a` from 1 to 2\n",
  "- dependency-name: a\n",
  "<details>",
];

/** How it ends: nothing that matches, a line separator, which is white space and not a line end, or a line that matters. */
const ENDS: readonly string[] = ["!", "\u2028x", "\n/sre help\n"];

export interface Shape {
  readonly name: string;
  of(length: number): string;
}

/** Every hostile text after every opening that a reader knows: with each of the ends, in `npm test` with one of them in turn. */
export function shapes(openings: readonly string[] = [], ends = ENDS): readonly Shape[] {
  return ["", ...openings].flatMap((opening, before) =>
    PUMPS.flatMap((pump, at) =>
      (LONG ? ends : ends.slice((before + at) % ends.length).slice(0, 1)).map((end) => ({
        name: JSON.stringify(`${opening}${pump}×n${end}`),
        of: (length: number) => opening + pump.repeat(length / pump.length) + end,
      })),
    ),
  );
}

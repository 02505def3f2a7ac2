import { withLineFeeds } from "./line-ends.ts";

const CONTEXT = 2;

/** What differs between two texts, with two lines around it: a block in which GitHub colors what goes and what comes. */
export function lineDiff(before: string, after: string): string {
  const [was, is] = [before, after].map((text) => withLineFeeds(text).split("\n"));
  if (was === undefined || is === undefined) return "";
  const shorter = Math.min(was.length, is.length);
  let start = 0;
  while (start < shorter && was[start] === is[start]) start += 1;
  let end = 0;
  while (end < shorter - start && was.at(-1 - end) === is.at(-1 - end)) end += 1;
  const lines = [
    ...was.slice(Math.max(0, start - CONTEXT), start).map((line) => ` ${line}`),
    ...was.slice(start, was.length - end).map((line) => `-${line}`),
    ...is.slice(start, is.length - end).map((line) => `+${line}`),
    ...was
      .slice(was.length - end)
      .slice(0, CONTEXT)
      .map((line) => ` ${line}`),
  ].map((line) => line.trimEnd());
  const longest = lines.reduce((most, line) => Math.max(most, /`{3,}/.exec(line)?.[0].length ?? 0), 2);
  const fence = "`".repeat(longest + 1);
  return [`${fence}diff`, ...lines, fence].join("\n");
}

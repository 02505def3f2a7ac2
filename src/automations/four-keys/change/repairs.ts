import { shownLines } from "../../revert-claims.ts";

const LINE = /^Fixes-deploy: *#(\d{1,10})\.? *$/i;
const MENTION = /(?:^|[\s(])#(\d{1,10})\b/;

/** The pull request that a hotfix says it repairs: on a line `Fixes-deploy: #N`, else the first that its first line mentions. */
export function repairsIn(body: string): number | null {
  const lines = shownLines(body);
  const named = lines.flatMap((line) => LINE.exec(line)?.[1] ?? [])[0] ?? MENTION.exec(lines[0] ?? "")?.[1];
  return named === undefined ? null : Number(named);
}

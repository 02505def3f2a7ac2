import { globProblem } from "../glob.ts";
import { checked } from "./checked.ts";

/** One branch by its name (git check-ref-format's rules), never a pattern. */
export const branch = () => checked((value) => (isBranch(value) ? null : { kind: "not-a-branch", value }));

/** Space, control characters and `~ ^ : ? * [ \` may not be in a branch's name. */
const REFUSED = /[\s\p{Cc}~^:?*[\\]/u;

function isBranch(value: string): boolean {
  if (value === "" || value === "@" || value.length > 244 || REFUSED.test(value)) return false;
  if (value.includes("..") || value.includes("@{") || value.endsWith(".")) return false;
  if (value.startsWith("-") || value.startsWith("refs/heads/")) return false;
  return value.split("/").every((part) => part !== "" && !part.startsWith(".") && !part.endsWith(".lock"));
}

/** A glob (glob.ts). */
export const glob = () =>
  checked((value) => {
    const reason = globProblem(value);
    return reason === null ? null : { kind: "not-a-glob", value, reason };
  });

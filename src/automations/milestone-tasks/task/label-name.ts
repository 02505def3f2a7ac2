import { LONGEST_LABEL } from "../../../github-limits.ts";

/** Whether GitHub takes a label of this name. */
export function isLabelName(name: string): boolean {
  return [...name].length <= LONGEST_LABEL;
}

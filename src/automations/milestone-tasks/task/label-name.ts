/** GitHub takes no longer name (422 "name is too long (maximum is 50 characters)"), and refuses the whole issue for it. */
const LONGEST = 50;

export function isLabelName(name: string): boolean {
  return [...name].length <= LONGEST;
}

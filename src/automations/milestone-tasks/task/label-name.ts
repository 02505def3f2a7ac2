/** GitHub takes no longer name (422 "name is too long (maximum is 50 characters)"), and with it not the whole issue. */
const LONGEST = 50;

export function isLabelName(name: string): boolean {
  return [...name].length <= LONGEST;
}

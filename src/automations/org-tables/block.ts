/** The key of the marker in the issue with an automation's table. */
export function blockOf(automation: string): string {
  return `org-table/${automation}`;
}

/** The text with \n alone: GitHub stores a text as it was sent, and a browser sends CRLF. */
export function withLineFeeds(text: string): string {
  return text.replaceAll("\r\n", "\n");
}

/** Whether two texts say the same, whatever their line ends. */
export function sameText(a: string, b: string): boolean {
  return withLineFeeds(a) === withLineFeeds(b);
}

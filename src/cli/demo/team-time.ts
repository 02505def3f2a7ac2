const format = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Tokyo",
  weekday: "short",
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
});

/** "Mon 2 Nov 10:00", where the teams of the story are: the terminal and the pages show the same times. */
export const teamMoment = (at: string) => format.format(new Date(at)).replace(",", "");

/** "Mon 2 Nov 10:00 JST" */
export const teamTime = (at: string) => `${teamMoment(at)} JST`;

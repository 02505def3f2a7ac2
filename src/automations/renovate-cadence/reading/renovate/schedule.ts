/**
 * Whether Renovate merges this by itself in certain hours only: `Automerge - "before 4am on monday"` on one line, since
 * 2026-04-02 a list of its own. A schedule of creating branches does not hold back what is open.
 */
export function mergesOnSchedule(body: string): boolean {
  const at = body.lastIndexOf("**Schedule**: ");
  const [schedule = ""] = at === -1 ? [] : body.slice(at).split(/\n[^\n]{0,8}\*\*/, 1);
  const merging = schedule.lastIndexOf("Automerge");
  return merging !== -1 && !/^Automerge[-\s]{0,9}At any time/.test(schedule.slice(merging));
}

import type { Annotation, SetCheckRun } from "../github/actions.ts";
import type { OwnCheckRun } from "../github/own-check.ts";

/** What a commit's check run is to say. */
export interface WantedCheck {
  readonly name: string;
  readonly headOid: string;
  readonly conclusion: SetCheckRun["conclusion"];
  readonly title: string;
  readonly summary: string;
  readonly annotations?: readonly Annotation[];
  readonly because: string;
}

/**
 * The write of this App's own check run; none where GitHub already shows the same. After "Re-run" it is written whatever
 * GitHub shows, even right after it was written: until then its suite stays queued.
 * `as`: an update keeps the annotations of the present run, which would be wrong, so a run that may have some is made anew.
 */
export function planCheckRun(
  current: OwnCheckRun | null,
  wanted: WantedCheck,
  as: "update" | "new run",
): SetCheckRun[] {
  const { name, headOid, conclusion, title, summary, annotations = [], because } = wanted;
  const isSame = current?.conclusion === conclusion && current.title === title && current.summary === summary;
  const isRerequested = current?.rerequested === true;
  if (isSame && !isRerequested) return [];
  return [
    {
      action: "set-check-run",
      name,
      head_sha: headOid,
      ...(as === "new run" || current === null ? {} : { check_run_id: current.id }),
      conclusion,
      output: { title, summary, ...(annotations.length > 0 ? { annotations } : {}) },
      ...(isRerequested ? { rerequested: true } : {}),
      because: isSame ? "somebody asked for the check again" : because,
    },
  ];
}

/** Of several that share one commit, the one that decides; undefined: there is none. */
export function worstOf<Concluded extends Pick<WantedCheck, "conclusion">>(
  concluded: readonly Concluded[],
): Concluded | undefined {
  return concluded.find(({ conclusion }) => conclusion !== "success") ?? concluded[0];
}

import type { Problem } from "../../config/problem.ts";
import type { ConfigFacts } from "./facts.ts";

/** As everything on a terminal, whatever `language` says. */
const inEnglish = ({ message, ...rest }: Problem) => ({ ...rest, message: message.en });

/** The facts as `preview --json` prints them: the conclusion, without the whole configuration. */
export function describe({ pulls, group, suite, onDefault }: ConfigFacts): Readonly<Record<string, unknown>> {
  // a reconciliation is about one of them, and says nothing about the others
  if (onDefault !== null)
    return {
      default: {
        problems: onDefault.problems.map(inEnglish),
        misnamed: onDefault.misnamed,
        issue: onDefault.issue?.number ?? null,
      },
    };
  if (suite !== null) {
    const { headOid, heads, runs } = suite;
    return {
      suite: { head_sha: headOid, pulls: heads.map(({ number }) => number), checks: runs.map(({ name }) => name) },
    };
  }
  if (group !== null) {
    return {
      merge_group: {
        head_sha: group.headOid,
        pulls: group.pulls.map(({ number }) => number),
        check: group.current?.conclusion ?? null,
      },
    };
  }
  return {
    pulls: pulls.map(({ number, headOid, fromFork, touched, misnamed, evaluation, current }) => ({
      number,
      head_sha: headOid,
      from_fork: fromFork,
      touched,
      misnamed,
      errors: evaluation?.findings.filter(({ severity }) => severity === "error").length ?? 0,
      warnings: evaluation?.findings.filter(({ severity }) => severity === "warning").length ?? 0,
      check: current?.conclusion ?? null,
    })),
  };
}

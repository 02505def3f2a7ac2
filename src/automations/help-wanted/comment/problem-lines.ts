import { code } from "../../../markdown/escape.ts";
import type { HelpRequest } from "../request/request.ts";
import { plainName } from "./names.ts";
import type { Showing } from "./showing.ts";

/** What the team should fix, one line each. */
export function problemLines(request: HelpRequest, showing: Showing): string[] {
  const { text } = showing;
  const { unassignable, asked, projectProblem } = request;
  const project = code(showing.project);
  return [
    ...(unassignable && asked !== null ? [text.unassignable(plainName(asked))] : []),
    ...request.problems.map((problem) => problemLine(problem, showing)),
    ...(projectProblem === "missing" ? [text.projectMissing(project)] : []),
    ...(projectProblem === "no-permission" ? [text.projectForbidden(project)] : []),
  ];
}

function problemLine(problem: HelpRequest["problems"][number], { text: { problems } }: Showing): string {
  switch (problem.kind) {
    case "codeowners-line":
      return problems.line(code(problem.path), problem.line);
    case "codeowners-email":
      return problems.email(code(problem.path), problem.line);
    case "codeowners-too-large":
      return problems.tooLarge(code(problem.path));
    case "team-unreadable":
      return problems.unreadableTeam(code(problem.team));
  }
}

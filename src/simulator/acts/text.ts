import { Refused } from "../refused.ts";

/** Characters that GitHub takes in the body of an issue, pull request or comment (not in its OpenAPI description). */
const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;

/** Refuses a body that is too long, in GitHub's words. */
export function checkBody(resource: string, body: string): void {
  if ([...body].length <= LONGEST_BODY) return;
  const message = `body is too long (maximum is ${LONGEST_BODY} characters)`;
  throw new Refused(422, "Validation Failed", [{ resource, field: "body", code: "custom", message }]);
}

/** Refuses a title that is blank or too long, in GitHub's words. */
export function checkTitle(resource: string, title: string): void {
  if (title.trim() === "")
    throw new Refused(422, "Validation Failed", [{ resource, field: "title", code: "missing_field" }]);
  if ([...title].length <= LONGEST_TITLE) return;
  const message = `title is too long (maximum is ${LONGEST_TITLE} characters)`;
  throw new Refused(422, "Validation Failed", [{ resource, field: "title", code: "custom", message }]);
}

import { Refused } from "../refused.ts";

/** GitHub's limit of characters in the body of an issue, pull request or comment (not in its OpenAPI description). */
const LONGEST_BODY = 65_536;
const LONGEST_TITLE = 256;
const LONGEST_LABEL = 50;
const LONGEST_DESCRIPTION = 100;

/** Refuses a body that is too long, in GitHub's words. */
export function checkBody(resource: string, body: string): void {
  tooLong(resource, "body", body, LONGEST_BODY);
}

/** Refuses a title that is blank or too long, in GitHub's words. */
export function checkTitle(resource: string, title: string): void {
  if (title.trim() === "")
    throw new Refused(422, "Validation Failed", [{ resource, field: "title", code: "missing_field" }]);
  tooLong(resource, "title", title, LONGEST_TITLE);
}

/** Refuses a label's name or description that is too long, in GitHub's words. */
export function checkLabel(name: string, description: string | null | undefined): void {
  if (name.trim() === "")
    throw new Refused(422, "Validation Failed", [{ resource: "Label", field: "name", code: "missing_field" }]);
  tooLong("Label", "name", name, LONGEST_LABEL);
  tooLong("Label", "description", description ?? "", LONGEST_DESCRIPTION);
}

function tooLong(resource: string, field: string, text: string, longest: number): void {
  if ([...text].length <= longest) return;
  const message = `${field} is too long (maximum is ${longest} characters)`;
  throw new Refused(422, "Validation Failed", [{ resource, field, code: "custom", message }]);
}

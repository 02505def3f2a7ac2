import { formatMoment } from "../../calendar/format.ts";
import type { Permissions } from "../../github/app.ts";
import { meaningOf } from "../../github/error-meaning.ts";
import { GitHubError } from "../../github/errors.ts";
import { permissionName } from "../../github/permission-name.ts";
import { refusedText } from "./text.ts";

interface Reading {
  /** What was read: `owner/name`, or an account. */
  readonly place: string;
  /** Who read it, as the person called it. */
  readonly name: string;
  readonly permissions: Permissions;
}

/** What went wrong, for the person at the terminal; null: not a kind that they can do something about. */
export function explain(error: unknown, { place, name, permissions }: Reading): string | null {
  if (!(error instanceof GitHubError)) return null;
  const meaning = meaningOf(error);
  switch (meaning.is) {
    case "limited":
      return refusedText.limited(formatMoment(meaning.until, "UTC", "en", new Date()));
    case "gone":
    case "place gone":
      return refusedText.gone(place);
    case "not authenticated":
      return refusedText.token(error.message);
    case "not permitted": {
      const needed = Object.entries(permissions).map(([resource, access]) => permissionName(resource, access));
      return refusedText.forbidden(error.message, name, needed);
    }
  }
  return refusedText.other(error.message);
}

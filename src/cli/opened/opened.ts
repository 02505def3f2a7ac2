import type { Permissions } from "../../github/app.ts";
import type { GitHub } from "../../github/client.ts";

/** A GitHub that a command reads. */
export interface OpenedGitHub {
  /** A client that counts its own requests, for one repository (`owner/name`) or account. */
  connect(on: string): GitHub;
  readonly now: Date;
  /** What the App is granted there; null: a person's token does not tell. */
  readonly granted: Permissions | null;
  readonly webUrl: string;
  /** Whether these credentials are an App's, so that GitHub tells which repositories it is installed on. */
  readonly isInstalled: boolean;
}

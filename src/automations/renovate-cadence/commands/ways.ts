import { CONFIG_PATH } from "../../../config/files.ts";
import { withValue } from "../../../config/with-value.ts";
import type { ReconcileContext } from "../../automation.ts";
import type { CadenceCommandFacts, File } from "./facts.ts";

type Context = ReconcileContext<"renovate">;

/** How a cadence can become another one. */
export type Way =
  /**
   * A pull request: `file` is what it changes, on the default branch, or on the branch of the one that is open. `refused`: GitHub's
   * words where it refused a step of it already, by a ruleset about branches for example.
   */
  | { readonly kind: "pull request"; readonly file: File; readonly content: string; readonly refused: string | null }
  /** Detoil may not write: a person changes it. */
  | { readonly kind: "by hand"; readonly file: File; readonly content: string }
  /** Another file holds it: one that sre.yml extends, or the organization's. */
  | { readonly kind: "elsewhere" }
  /** sre.yml, or what people made of it on the branch, holds it in a way that is not for a program to change: by an alias, say. */
  | { readonly kind: "unclear" };

export function wayTo(cadence: string, facts: CadenceCommandFacts, context: Context): Way {
  const { file, branch, proposal } = facts;
  const content = contentWith(file, cadence);
  if (file === null || content === null) return { kind: isElsewhere(context) ? "elsewhere" : "unclear" };
  const onBranch = proposal === null ? null : (branch?.file ?? null);
  const later = contentWith(onBranch, cadence);
  if (!mayWrite(context)) return { kind: "by hand", file, content };
  const refused = refusedIn(context);
  // What people changed on the branch since stays there.
  if (onBranch !== null && later !== null) return { kind: "pull request", file: onBranch, content: later, refused };
  if (proposal !== null) return { kind: "unclear" };
  return { kind: "pull request", file, content, refused };
}

function contentWith(file: File | null, cadence: string): string | null {
  return file === null ? null : withValue(file.text, ["renovate", "cadence"], cadence);
}

function isElsewhere({ loaded, repository }: Context): boolean {
  const own = `${repository.owner}/${repository.name}`.toLowerCase();
  return loaded.origin?.repository.toLowerCase() !== own || loaded.inherited.includes("renovate.cadence");
}

/** Contents and pull requests; with a person's token it is not known. */
function mayWrite({ granted }: Context): boolean {
  return granted === null || (granted.contents === "write" && granted.pull_requests === "write");
}

function refusedIn({ refusals }: Context): string | null {
  const steps: readonly string[] = ["create-branch", "create-commit", "create-pull-request"];
  const reason = refusals.find(({ action }) => steps.includes(action))?.reason ?? null;
  return reason?.endsWith(".") === true ? reason.slice(0, -1) : reason;
}

/** Where GitHub's editor opens the file. */
export function editorUrl({ base }: Pick<CadenceCommandFacts, "base">, { webUrl, repository }: Context): string {
  const branch = (base?.name ?? "HEAD").split("/").map(encodeURIComponent).join("/");
  return `${webUrl}/${repository.owner}/${repository.name}/edit/${branch}/${CONFIG_PATH}`;
}

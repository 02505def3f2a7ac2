import type { Automation } from "./automation.ts";

type Granted = Readonly<Record<string, string>>;
type Access = "read" | "write";

const RANK = { read: 1, write: 2 } as const;

/**
 * What a token for one item of work may do: what the automation declares, as far as it is granted. GitHub refuses a token
 * for anything else (422), and adds metadata by itself.
 */
export function tokenPermissions(
  { permissions, optional = {}, whereGranted = {} }: Pick<Automation, "permissions" | "optional" | "whereGranted">,
  granted: Granted,
): Readonly<Record<string, Access>> {
  const wanted: Record<string, Access> = { metadata: "read" };
  for (const [resource, access] of [permissions, optional, whereGranted].flatMap((wish) => Object.entries(wish))) {
    const least = leastOf(access, granted[resource]);
    if (least !== null && RANK[least] >= RANK[wanted[resource] ?? "read"]) wanted[resource] = least;
  }
  return wanted;
}

/** What it may read in other repositories of the installation: sre.yml where it is extended, and an organization's labels. */
export function elsewherePermissions(granted: Granted): Readonly<Record<string, Access>> {
  return tokenPermissions({ permissions: { contents: "read", issues: "read" } }, granted);
}

function leastOf(wanted: Access, granted: string | undefined): Access | null {
  if (granted === undefined) return null;
  return wanted === "write" && granted !== "read" ? "write" : "read";
}

/** Resources whose name on GitHub's screens is not the API's with a capital letter. */
const NAMES: Readonly<Record<string, string>> = {
  organization_projects: "Projects",
  statuses: "Commit statuses",
  vulnerability_alerts: "Dependabot alerts",
};

const ACCESS: Readonly<Record<string, string>> = { read: "Read-only", write: "Read and write", admin: "Admin" };

/** A permission as GitHub's screens spell it: `Issues: Read and write`. */
export function permissionName(resource: string, access: string): string {
  const plain = resource.replaceAll("_", " ");
  const name = NAMES[resource] ?? `${plain.slice(0, 1).toUpperCase()}${plain.slice(1)}`;
  return `${name}: ${ACCESS[access] ?? access}`;
}

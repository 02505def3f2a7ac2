/** Resources whose name on GitHub's screens is not the API's with a capital letter. */
const NAMES: Readonly<Record<string, string>> = {
  organization_projects: "Projects",
  statuses: "Commit statuses",
  vulnerability_alerts: "Dependabot alerts",
};

const ACCESS: Readonly<Record<string, string>> = { read: "Read-only", write: "Read and write", admin: "Admin" };

/** A permission as GitHub's screens spell it: `Issues: Read and write`. */
export function permissionName(resource: string, access: string): string {
  return `${resourceName(resource)}: ${ACCESS[access] ?? access}`;
}

/** What a permission is for, as GitHub's screens spell it: `Issues`. */
export function resourceName(resource: string): string {
  return NAMES[resource] ?? spelled(resource);
}

/** A webhook event as GitHub's screens spell it: `Issue comment`. */
export function eventName(event: string): string {
  return spelled(event);
}

function spelled(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1).replaceAll("_", " ")}`;
}

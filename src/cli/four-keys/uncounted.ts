import { quote } from "../../config/text/quote.ts";
import { meantEnvironment } from "../../records/meant-environment.ts";
import type { DeploymentRecord } from "../../records/record.ts";
import type { messages } from "./text.ts";

/** What was deployed to environments that do not count, with the one that each may have meant to be; null: nothing. */
export function uncounted(
  deployments: readonly DeploymentRecord[],
  environments: readonly string[] | null,
  text: ReturnType<typeof messages>,
): string | null {
  if (environments === null) return null;
  const counts = new Map<string, number>();
  for (const { environment } of deployments)
    if (!environments.includes(environment)) counts.set(environment, (counts.get(environment) ?? 0) + 1);
  if (counts.size === 0) return null;
  const names = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => {
      const near = meantEnvironment(name, environments);
      return `${text.environment(quote(name), count)}${near === null ? "" : text.meant(quote(near))}`;
    });
  return text.uncounted(
    names.join(text.listSeparator),
    environments.map((name) => quote(name)).join(text.listSeparator),
  );
}

import { itemsIn, mappingIn } from "../../raw.ts";
import type { IdleFinding } from "../section.ts";
import { WAYS } from "./ways.ts";

/** Environments of services, where no deployment is chosen by its environment. */
export function* idle(section: unknown): Generator<IdleFinding> {
  const { deployments, services } = mappingIn(section);
  const [way, ...more] = WAYS.filter((each) => Object.hasOwn(mappingIn(deployments), each));
  // Of several, or none, the rules say that it is wrong.
  if (way === undefined || way === "environment" || more.length > 0) return;
  for (const [index, service] of itemsIn(services).entries()) {
    if (!Object.hasOwn(service, "environment")) continue;
    const path = ["services", index, "environment"];
    yield { diagnostic: { kind: "service-environment", way }, path };
  }
}

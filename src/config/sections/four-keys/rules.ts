import type { Path } from "../../path.ts";
import { isMapping, mappingIn } from "../../raw.ts";
import type { RuleFinding, Rules } from "../section.ts";
import { type DeploymentsDiagnostic, ruleSentences } from "./text.ts";

export const rules: Rules<DeploymentsDiagnostic> = { find, sentences: ruleSentences };

const WAYS = ["environment", "workflow", "release", "tag", "merge", "external"];

function* find(section: unknown): Generator<RuleFinding<DeploymentsDiagnostic>> {
  const value = mappingIn(section).deployments;
  if (!isMapping(value)) return;
  const given = WAYS.filter((way) => Object.hasOwn(value, way));
  if (given.length === 1) return;
  const path: Path = ["deployments", ...given.slice(1, 2)];
  yield { diagnostic: { kind: "not-exactly-one", given, options: WAYS }, path };
}

import type { Path } from "../../path.ts";
import { isMapping, mappingIn } from "../../raw.ts";
import type { RuleFinding, Rules } from "../section.ts";
import { type FourKeysDiagnostic, ruleSentences } from "./text.ts";
import { WAYS } from "./ways.ts";

export const rules: Rules<FourKeysDiagnostic> = { find, sentences: ruleSentences };

function* find(section: unknown): Generator<RuleFinding<FourKeysDiagnostic>> {
  const { deployments } = mappingIn(section);
  if (!isMapping(deployments)) return;
  const given = WAYS.filter((way) => Object.hasOwn(deployments, way));
  if (given.length === 1) return;
  const path: Path = ["deployments", ...given.slice(1, 2)];
  yield { diagnostic: { kind: "not-exactly-one", given, options: WAYS }, path };
}

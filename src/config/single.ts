import type { Examined, ExaminedFinding } from "./examine.ts";
import { inOrder } from "./examine.ts";
import type { Finding } from "./finding.ts";

/** The findings in one file whose `_extends` is not read: a missing key may be there, so it is only a warning. */
export function singleFindings(examined: Examined, file: string): Finding[] {
  const extended = typeof examined.value?._extends === "string";
  const lacking = examined.lacking.map((finding) => (extended ? leftToExtends(finding) : finding));
  return inOrder([...examined.findings, ...lacking]).map((finding) => ({ ...finding, file }));
}

/** A required key that is missing here, as a warning that the extended file must have it. */
function leftToExtends(finding: ExaminedFinding): ExaminedFinding {
  const { diagnostic } = finding;
  if (diagnostic.kind !== "missing-key") return finding;
  const { key, sectionLabel: thing } = diagnostic;
  return { ...finding, severity: "warning", diagnostic: { kind: "left-to-extends", key, sectionLabel: thing } };
}

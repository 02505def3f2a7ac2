import { messages as suiteMessages } from "../../src/automations/config/suite/text.ts";
import { messages } from "../../src/automations/config/text.ts";
import { automations } from "../../src/automations/index.ts";
import { texts } from "../../src/automations/permissions/text.ts";
import type { Language } from "../../src/config/schema.ts";
import { textRoom } from "./samples.ts";

const SRE_YML = "https://github.com/acme/shop/blob/HEAD/.github/sre.yml";

export const configTexts = [
  textRoom(
    'The check "Detoil / config", and the issue about a broken sre.yml',
    "automations/config/text.ts",
    messages,
    ({ day }) => ({
      broken: [[1], [2]],
      valid: [[null], [0], [1], [2]],
      later: [["`sign-off`"]],
      misnamed: [["sre.yaml"]],
      misnamedRemedy: [["`sre.yaml`"]],
      more: [[3]],
      onceOn: [["`develop`"]],
      currentStands: [["`develop`"]],
      versionStands: [["`develop`", day]],
      noIssue: [["`develop`", 2]],
      issueTitle: [[1], [2]],
      issueLead: [[1], [2]],
      issueRemedy: [["`develop`"]],
      footer: [[SRE_YML]],
      issueFooter: [[SRE_YML]],
    }),
  ),
  textRoom(
    "A check that was asked for again, or that nobody else answers",
    "automations/config/suite/text.ts",
    suiteMessages,
    () => ({}),
  ),
];

/** Each part of Detoil by its automation. */
function partsIn(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(automations.map(({ name, part }) => [name, part[language]]));
}

export const permissionTexts = [
  textRoom(
    "The issue about missing permissions",
    "automations/permissions/text.ts",
    (language) => ({ parts: partsIn(language), ...texts[language] }),
    (words) => ({
      parts: {},
      lead: [[1], [2]],
      lack: [[words.part, ["Issues: Read and write"]]],
      remedy: [["https://github.com/apps/detoil"]],
    }),
  ),
];

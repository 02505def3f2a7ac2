import type { Language } from "../../config/schema.ts";
import { permissionName } from "../../github/permission-name.ts";
import { signature } from "../../markdown/signature.ts";
import { textsIn } from "../texts.ts";
import type { MissingOf } from "./facts.ts";

const PAGE = "operations.md#when-something-changes-on-github";

interface Texts {
  readonly title: string;
  lead(count: number): string;
  lack(part: string, permissions: readonly string[]): string;
  remedy(url: string): string;
  readonly granted: string;
  readonly signature: string;
}

const en: Texts = {
  title: "Detoil lacks permissions",
  lead: (count) =>
    count === 1
      ? "**1 part of Detoil is off here** until these permissions are granted:"
      : `**${count} parts of Detoil are off here** until these permissions are granted:`,
  lack: (part, permissions) => `- ${part}: ${permissions.map((one) => `**${one}**`).join(", ")}`,
  remedy: (url) =>
    `An organization owner can accept them in [the installation's settings](${url}). Detoil then resumes and closes this issue.`,
  granted: "**All permissions are granted.** Detoil has resumed.",
  signature: signature(PAGE, "what you write above or below this part stays", null),
};

const ja: Texts = {
  title: "Detoil の権限が足りません",
  lead: (count) => `**次の権限がないため、ここでは Detoil の${count}項目が止まっています。**`,
  lack: (part, permissions) => `- ${part}: ${permissions.map((one) => `**${one}**`).join("、")}`,
  remedy: (url) =>
    `Organization のオーナーが[インストール設定](${url})で承認すると、Detoil は再開し、この Issue をクローズします。`,
  granted: "**すべての権限が承認されました。** Detoil は再開しています。",
  signature: signature(PAGE, "この部分の上や下に書いた内容はそのまま残ります", null),
};

export const messages = textsIn<Texts>({
  seen: "The issue about missing permissions",
  en,
  ja,
  samples: ({ part }) => ({
    lead: [[1], [2]],
    lack: [[part, ["Issues: Read and write"]]],
    remedy: [["https://github.com/apps/detoil"]],
  }),
});

/** What the issue says while something is missing. `url`: where it is granted. */
export function missingPermissionsText(lacking: readonly MissingOf[], url: string, language: Language): string {
  const text = messages(language);
  const lines = lacking.map(({ part, missing }) =>
    text.lack(
      part[language],
      missing.map(({ resource, access }) => permissionName(resource, access)),
    ),
  );
  return [text.lead(lacking.length), lines.join("\n"), text.remedy(url), text.signature].join("\n\n");
}

/** What it says when it is closed. */
export function grantedText(language: Language): string {
  const text = messages(language);
  return [text.granted, text.signature].join("\n\n");
}

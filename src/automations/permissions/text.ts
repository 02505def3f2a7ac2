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
  readonly partLead: string;
  /** `leftOut`: a sentence without its full stop. */
  leftOut(part: string, permissions: readonly string[], leftOut: string): string;
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
  partLead: "**Detoil leaves something out here** until these permissions are granted:",
  leftOut: (part, permissions, leftOut) =>
    `- ${part}: ${permissions.map((one) => `**${one}**`).join(", ")}. Without it ${leftOut}.`,
  remedy: (url) =>
    `An organization owner can accept them in [the installation's settings](${url}). Detoil then resumes and closes this issue.`,
  granted: "**All permissions are granted.** Detoil has resumed.",
  signature: signature(PAGE, "what you write above or below this part stays", null),
};

const ja: Texts = {
  title: "Detoil の権限が足りません",
  lead: (count) => `**次の権限がないため、ここでは Detoil の${count}項目が止まっています。**`,
  lack: (part, permissions) => `- ${part}: ${permissions.map((one) => `**${one}**`).join("、")}`,
  partLead: "**次の権限がないため、ここでは Detoil の一部が動いていません。**",
  leftOut: (part, permissions, leftOut) =>
    `- ${part}: ${permissions.map((one) => `**${one}**`).join("、")}(ないと、${leftOut})`,
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
    leftOut: [["Help wanted", ["Members: Read-only"], "Detoil cannot ask the members of a team"]],
    remedy: [["https://github.com/apps/detoil"]],
  }),
});

/** What the issue says while something is missing. `url`: where it is granted. */
export function missingPermissionsText(lacking: readonly MissingOf[], url: string, language: Language): string {
  const text = messages(language);
  const names = ({ missing }: MissingOf) => missing.map(({ resource, access }) => permissionName(resource, access));
  const off = lacking
    .filter(({ leftOut }) => leftOut === undefined)
    .map((one) => text.lack(one.part[language], names(one)));
  const partly = lacking.flatMap((one) =>
    one.leftOut === undefined ? [] : [text.leftOut(one.part[language], names(one), one.leftOut[language])],
  );
  return [
    ...(off.length === 0 ? [] : [text.lead(off.length), off.join("\n")]),
    ...(partly.length === 0 ? [] : [text.partLead, partly.join("\n")]),
    text.remedy(url),
    text.signature,
  ].join("\n\n");
}

/** What it says when it is closed. */
export function grantedText(language: Language): string {
  const text = messages(language);
  return [text.granted, text.signature].join("\n\n");
}

import type { Language } from "../../config/schema.ts";
import type { MissingPermission } from "../missing-permissions.ts";
import type { MissingOf } from "./facts.ts";

interface Texts {
  readonly title: string;
  lead(count: number): string;
  lack(automation: string, permissions: string): string;
  permission(missing: MissingPermission): string;
  remedy(url: string): string;
  readonly granted: string;
  readonly footer: string;
}

const en: Texts = {
  title: "Detoil lacks permissions",
  lead: (count) =>
    count === 1
      ? "**1 automation of this repository's sre.yml is off**, because Detoil lacks permissions."
      : `**${count} automations of this repository's sre.yml are off**, because Detoil lacks permissions.`,
  lack: (automation, permissions) => `- ${automation}: ${permissions}`,
  permission: ({ resource, access }) => `${resource} (${access})`,
  remedy: (url) =>
    `An owner grants them in [Detoil's installation](${url}). Detoil then continues automatically and closes this issue.`,
  granted: "**All permissions are granted.** The automations of this repository's sre.yml are on again.",
  footer: "<sub>Detoil · permissions · an automation that lacks one is off; the others continue</sub>",
};

const ja: Texts = {
  title: "Detoil の権限が足りません",
  lead: (count) => `**sre.yml の自動化のうち${count}件が止まっています。** Detoil の権限が足りないためです。`,
  lack: (automation, permissions) => `- ${automation}: ${permissions}`,
  permission: ({ resource, access }) => `${resource} (${access})`,
  remedy: (url) =>
    `オーナーが [Detoil のインストール設定](${url}) で許可すると、Detoil は自動で再開し、この Issue を閉じます。`,
  granted: "**すべての権限が許可されました。** sre.yml の自動化は再開しています。",
  footer: "<sub>Detoil · permissions · 権限が足りない自動化だけが止まり、ほかは動き続けます</sub>",
};

export const texts: Readonly<Record<Language, Texts>> = { en, ja };

/** What the issue says while something is missing. `url`: where it is granted. */
export function missingPermissionsText(lacking: readonly MissingOf[], url: string, language: Language): string {
  const text = texts[language];
  const lines = lacking.map(({ automation, missing }) =>
    text.lack(automation, missing.map((one) => text.permission(one)).join(", ")),
  );
  return [text.lead(lacking.length), lines.join("\n"), text.remedy(url), text.footer].join("\n\n");
}

/** What it says when it is closed. */
export function grantedText(language: Language): string {
  return [texts[language].granted, texts[language].footer].join("\n\n");
}

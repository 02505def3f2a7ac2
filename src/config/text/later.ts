import type { LaterDiagnostic } from "../later-diagnostic.ts";
import { quote } from "./quote.ts";
import type { Sentences } from "./sentence.ts";

export const laterSentences: Sentences<LaterDiagnostic> = {
  "section-later": ({ section }) => ({
    en: `${quote(section)} is not available yet: Detoil checks it, but does not act on it.`,
    ja: `${quote(section)} はまだ使えません。内容の確認だけを行い、動作はしません。`,
  }),
  "key-later": ({ key }) => ({
    en: `${quote(key)} is not available yet: Detoil checks it, but does not act on it.`,
    ja: `${quote(key)} はまだ使えません。内容の確認だけを行い、動作はしません。`,
  }),
  "dollar-braces": ({ value, meant }) => ({
    en: `${quote(value)}: the \`$\` is not part of a template and stays in the text. Leave it out${meant === null ? "" : `: ${quote(meant, 200)}`}.`,
    ja: `${quote(value)}: テンプレートに \`$\` は要らず、そのまま文字として残ります。外してください${meant === null ? "。" : `: ${quote(meant, 200)}`}`,
  }),
  "typographic-quotes": ({ value, meant }) => ({
    en: `${quote(value)}: these quotes are part of the text, because YAML's are \`"\` and \`'\`. Write ${meant === null ? "those" : quote(meant, 200)}.`,
    ja: `${quote(value)}: YAML の引用符は \`"\` と \`'\` なので、この引用符は文字の一部になります。${meant === null ? "半角の引用符にしてください。" : `書き方: ${quote(meant, 200)}`}`,
  }),
  "section-empty": ({ section }) => ({
    en: `${quote(`${section}:`)} has nothing beneath it, so it is off. Write its settings, or ${quote(`${section}: null`)} if that is meant.`,
    ja: `${quote(`${section}:`)} の下に何もないので、無効になります。設定を書くか、それでよければ ${quote(`${section}: null`)} と書いてください。`,
  }),
  "org-only": ({ key }) => ({
    en: `${quote(key)} is read only in an organization's \`.github\` repository. Move it there, or remove it.`,
    ja: `${quote(key)} は Organization の \`.github\` リポジトリでだけ読まれます。そちらに移すか、削除してください。`,
  }),
  "service-environment": ({ way }) =>
    way === "external"
      ? {
          en: "`environment` has no effect beside `deployments: {external: true}`. Remove it, and name the `service` in what you record.",
          ja: "`deployments: {external: true}` では、この `environment` は効きません。削除して、記録するときに `service` を書いてください。",
        }
      : {
          en: `\`environment\` has no effect beside ${quote(way)} in \`deployments\`, which ships every service. Remove it, or write \`environment\` in place of ${quote(way)}.`,
          ja: `\`deployments\` が ${quote(way)} なので、この \`environment\` は効かず、どのデプロイもすべてのサービスに届きます。削除するか、${quote(way)} の代わりに \`environment\` を書いてください。`,
        },
};

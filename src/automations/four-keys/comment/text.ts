import { signature } from "../../../markdown/signature.ts";
import type { FourKeysSettings } from "../../../metrics/settings.ts";
import type { Stage } from "../../../metrics/stages.ts";
import { durationText, wordsIn } from "../../../metrics/words.ts";
import { textsIn } from "../../texts.ts";

/** The comment on a pull request that was deployed. Links and names are Markdown. */
interface CommentText {
  deployed(
    deployment: string,
    moment: string,
    took: { readonly seconds: number; readonly start: FourKeysSettings["leadTime"] } | null,
  ): string;
  slowest(stage: Stage, seconds: number): string;
  /** Before what is said of one service. */
  service(name: string): string;
  /** Between two sentences. */
  readonly space: string;
  signature(configUrl: string | null): string;
}

const [EN, JA] = [wordsIn("en"), wordsIn("ja")];
const PAGE = "four-keys.md#a-comment-on-each-pull-request";

const en: CommentText = {
  deployed: (deployment, moment, took) =>
    `**Deployed** on ${moment}${took === null ? "" : `, ${durationText(took.seconds, "en")} after ${EN.starts[took.start]}`}: ${deployment}.`,
  slowest: (stage, seconds) =>
    `The slowest stage was ${EN.stages[stage]}: ${durationText(seconds, "en")} ${EN.spans[stage]}.`,
  service: (name) => `${name}: `,
  space: " ",
  signature: (url) => signature(PAGE, "written once, on the first deployment; `comment: false` switches it off", url),
};

const ja: CommentText = {
  deployed: (deployment, moment, took) =>
    `**${moment} にデプロイされました**${took === null ? "" : `(${JA.starts[took.start]}から${durationText(took.seconds, "ja")})`}: ${deployment}。`,
  slowest: (stage, seconds) =>
    `最も時間がかかった段階は「${JA.stages[stage]}」です(${JA.spans[stage]}${durationText(seconds, "ja")})。`,
  service: (name) => `${name}: `,
  space: "",
  signature: (url) =>
    signature(PAGE, "最初のデプロイのときに1回だけ書きます。`comment: false` で書かなくなります", url),
};

const DEPLOYMENT = "[`1a2b3c4`](https://github.com/acme/shop/commit/1a2b3c4) to `production`";

export const messages = textsIn<CommentText>({
  seen: "The comment on a pull request that was deployed",
  en,
  ja,
  samples: ({ moment, configUrl }) => ({
    deployed: [
      [DEPLOYMENT, moment, { seconds: 97_200, start: "first-commit" }],
      [DEPLOYMENT, moment, null],
    ],
    slowest: [["review", 43_200]],
    service: [["`web`"]],
    signature: [[configUrl]],
  }),
});

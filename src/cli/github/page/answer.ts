import type { SimState } from "../../../../simulator/state.ts";
import { type Html, html } from "../../html.ts";
import type { Chapter } from "./home.ts";
import { layout } from "./layout.ts";
import { withTimes } from "./times.ts";

/** For whom a page is. */
export interface Viewer {
  /** The zone in which times are read. */
  readonly zone: string;
  /** What was played here, for the front page. */
  readonly story?: readonly Chapter[];
  /** People can act through forms, which wait for this before they show what came of it; absent: pages only for reading. */
  readonly acted?: () => Promise<void>;
}

interface Answered {
  readonly status?: number;
  /** Where its forms go, their redirects included; nowhere by default. */
  readonly sendsTo?: readonly string[];
  /** What comes below its content. */
  readonly below?: Html | null;
}

/** A page on its way to a browser. */
export function answerOf(
  state: SimState,
  shown: Html,
  viewer: Viewer,
  { status = 200, sendsTo = [], below = null }: Answered = {},
): Response {
  const forms = sendsTo.length === 0 ? "'none'" : sendsTo.join(" ");
  // Text of people is escaped: the page alone ends its content.
  const text = below === null ? shown.text : shown.text.replace("</main>", () => `${below.text}</main>`);
  return new Response(withTimes(text, viewer.zone, state.now), {
    status,
    headers: {
      // Nothing runs and nothing is fetched from elsewhere: a page is markup and two style sheets.
      "content-security-policy": `default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": sendsTo.length === 0 ? "no-referrer" : "same-origin",
      "x-content-type-options": "nosniff",
    },
  });
}

/** What a form led to instead of what it was for. */
export function refusal(state: SimState, sentence: string): Html {
  return layout(state, {
    title: "Refused",
    content: html`<div class="heading"><h2>GitHub refuses that</h2><p>${sentence}</p></div><p><a href="/">All repositories</a></p>`,
  });
}

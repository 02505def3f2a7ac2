import { shownText } from "../../../../config/text/quote.ts";
import type { FourKeysDetail } from "../../../../metrics/detail.ts";
import { type Html, html } from "../../../html.ts";
import type { Measured } from "../../measured.ts";
import { detailGrids } from "../detail-grids.ts";
import { note, section, table } from "./page.ts";
import type { Shown } from "./shown.ts";

/** A browser shows so many rows without a pause, and nobody reads more. */
const MOST = 1000;
/** Of a table on a phone. */
const MOST_COLUMNS = 5;

/** What --detail adds: each change, deployment and incident. Nothing without it. */
export function detail(measured: Measured, { text }: Shown): Html | null {
  const whole = measured.detail;
  if (whole === null) return null;
  const first: FourKeysDetail = {
    changes: whole.changes.slice(0, MOST),
    deployments: whole.deployments.slice(0, MOST),
    incidents: whole.incidents.slice(0, MOST),
  };
  const grids = detailGrids({ ...measured, detail: first }, (name) => shownText(name));
  return section(
    text.detailHeading,
    grids.map(({ of, header, rows }) => [
      html`<div class="names">${table({ caption: text.detailCaptions[of], header, wide: header.length > MOST_COLUMNS }, rows)}</div>`,
      rows.length < whole[of].length && note(html`${text.firstRows(rows.length, whole[of].length)}`),
    ]),
  );
}

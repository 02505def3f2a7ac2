import type { SampleWords } from "../../texts.ts";

const LINK = "[acme/shop#12](https://github.com/acme/shop/issues/12)";

/** Of the texts in text.ts. */
export const samples = ({ day, earlier, moment, configUrl }: SampleWords) =>
  ({
    lead: [
      [3, 1],
      [1, 0],
      [0, 0],
    ],
    inTime: [[12, 14, earlier]],
    noAnswers: [[earlier]],
    since: [[LINK, earlier]],
    standing: {},
    inPrivate: [[2]],
    more: [[7]],
    onCall: [["`alice`"]],
    nobodyOn: [[day]],
    span: [
      ["`alice`", earlier, day],
      ["`alice`", day, null],
    ],
    turns: [["rotation"], ["least-loaded"]],
    away: [["`bob`"]],
    until: [["`bob`", day]],
    numbersHeading: [[28]],
    duration: [[12_000_000], [2_700_000], [7_200_000]],
    ofAnswers: [["1 h 20 min", 14]],
    ofDue: [[86, 12, 14]],
    times: [[3], [1]],
    chartLegend: [[28]],
    how: [[28, "8 business hours"]],
    next: [[moment]],
    signature: [[configUrl]],
  }) as const;

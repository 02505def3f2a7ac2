import type { Measured } from "../../../src/cli/four-keys/measured.ts";
import { detailOf } from "../../../src/metrics/detail.ts";
import { joinRecords } from "../../../src/metrics/history.ts";
import { reportOf } from "../../../src/metrics/report.ts";
import type { FourKeysSettings } from "../../../src/metrics/settings.ts";
import type { Records } from "../../../src/records/record.ts";
import {
  change,
  collected,
  commit,
  DAY,
  deployment,
  HOUR,
  incident,
  NOVEMBER,
  november,
  SETTINGS,
} from "../../metrics/records.ts";

interface Circumstances {
  readonly language?: Measured["language"];
  readonly settings?: Partial<FourKeysSettings>;
  readonly detail?: boolean;
  readonly redefined?: Measured["redefined"];
}

/** November 2026 as the formats get it. */
export function measuredOf(records: Records, more: Circumstances = {}): Measured {
  const settings = { ...SETTINGS, ...more.settings };
  const history = joinRecords(records, settings);
  return {
    records,
    history,
    report: reportOf(history, NOVEMBER, settings),
    before: reportOf(history, { from: NOVEMBER.from - 28 * DAY, to: NOVEMBER.from }, settings),
    detail: more.detail === true ? detailOf(history, NOVEMBER, settings) : null,
    window: NOVEMBER,
    settings,
    redefined: more.redefined ?? [],
    language: more.language ?? "en",
    at: november(29, 12),
  };
}

/** Three deployments in a row of weeks, one of them failed; then two changes that nothing brought, and an incident of nothing. */
export const team = collected(
  commit("m1"),
  ...[2, 3, 4, 5].map((pull) => commit(`m${pull}`, `m${pull - 1}`)),
  deployment(100, "m1", november(3)),
  change(2, november(9), {
    firstCommitAt: november(4),
    openedAt: november(5),
    firstReviewAt: november(8),
    approvedAt: november(8, 6),
  }),
  deployment(101, "m2", november(10)),
  change(3, november(16), { firstCommitAt: november(15), openedAt: november(15, 12), labels: ["hotfix"] }),
  deployment(102, "m3", november(17)),
  change(4, november(20)),
  change(9, november(6)),
  incident("page-1", november(10, 1), november(10, 3), { deployment: 101 }),
  incident("page-2", november(21), null, { deployment: "of another team" }),
);

/** Long names and times, and letters that have a meaning in HTML, in an address or to a reader's eye, wherever a record may have a name. */
const HOSTILE = `"><script>alert(1)</script><img src=x onerror='alert(2)'>\u202e\u0000&lt;`;

export const hostile = collected(
  ...[1, 2, 3].map((pull) =>
    change(pull, november(pull), {
      repo: pull === 3 ? "javascript:alert(3)//" : HOSTILE,
      sha: `${HOSTILE}${pull}`,
      author: HOSTILE,
      labels: [HOSTILE],
      firstCommitAt: november(-120, 5.6),
    }),
  ),
  change(4, null, { repo: HOSTILE, pull: null, sha: HOSTILE }),
  deployment(HOSTILE, null, november(5), {
    repo: HOSTILE,
    environment: "production",
    service: HOSTILE,
    changes: [`${HOSTILE}1`, `${HOSTILE}2`],
  }),
  deployment("x".repeat(500), null, november(6), { repo: `${"long-".repeat(40)}/name`, environment: HOSTILE }),
  incident(HOSTILE, november(5, 2), november(5, 17.87), { repo: HOSTILE }),
  incident(`${HOSTILE}?`, november(5, 2), null, { repo: HOSTILE, deployment: "none" }),
);

/** As many changes as asked for, one every two minutes up to the end of November, each deployed at once and failed. */
export function busy(count: number): Records {
  const records = Array.from({ length: count }, (_, at) => {
    const merged = NOVEMBER.to - (at + 1) * (HOUR / 30);
    return [
      change(at + 1, merged, { firstCommitAt: merged - HOUR }),
      deployment(at + 1, `m${at + 1}`, merged, { changes: [`m${at + 1}`] }),
      incident(at + 1, merged, merged + HOUR),
    ];
  });
  return collected(...records.flat());
}

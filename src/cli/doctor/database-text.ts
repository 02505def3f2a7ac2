import { fix, ok, skip } from "./finding.ts";

/** GitHub's own words end with a full stop or without one. */
const sentence = (words: string) => (words.endsWith(".") ? words : `${words}.`);

const AGAIN = "Detoil tries it again when it changes, or after a day.";

/** What `detoil doctor` says about the database and the work in it. */
export const databaseText = {
  none: (folder: string) => ok(`There is no database in ${folder} yet: the first start creates it.`),
  inUse: (folder: string) =>
    skip(`The embedded database in ${folder} is in use by a running Detoil, so it was not checked.`),
  name: {
    embedded: (version: string, folder: string) => `PostgreSQL ${version}, embedded in ${folder}`,
    server: (version: string, where: string) => `PostgreSQL ${version} at ${where}`,
  },
  tooOld: (name: string, oldest: number) => fix(`${name} is too old: Detoil needs PostgreSQL ${oldest} or newer.`),
  newer: (name: string, migrations: readonly string[]) =>
    fix(`${name}: a newer Detoil wrote it (${migrations.join(", ")}). Start that version or a later one.`),
  older: (name: string, migrations: readonly string[]) =>
    ok(`${name}: the next start brings its tables up to date (${migrations.join(", ")}).`),
  upToDate: (name: string, work: { readonly pending: number; readonly running: number }) =>
    ok(`${name}, up to date; work items waiting: ${work.pending}, running: ${work.running}.`),
  parked: (item: {
    readonly automation: string;
    readonly where: string;
    readonly since: string;
    readonly error: string;
    readonly nextTry: string;
    /** A person waits for an answer. */
    readonly owed: boolean;
  }) => {
    const waiting = item.owed ? "; a person is waiting for an answer there" : "";
    return fix(
      `${item.automation} has failed again and again on ${item.where} since ${item.since}: ${sentence(item.error)} The next try is at ${item.nextTry}${waiting}.`,
    );
  },
  moreParked: (more: number) =>
    fix(
      more === 1
        ? "1 more fails again and again, and is tried again, too."
        : `${more} more fail again and again, and are tried again, too.`,
    ),
  throttled: (account: string, items: number, owed: number, from: string, until: string) => {
    const when = from === until ? `at ${until}` : `between ${from} and ${until}`;
    if (items === 1) {
      const whom = owed === 0 ? "" : " A person is waiting for it.";
      return ok(
        `1 work item of ${account} is waiting for GitHub's limits to end ${when}; it then continues on its own.${whom}`,
      );
    }
    const whom = owed === 0 ? "" : owed === 1 ? " A person is waiting for one." : ` People are waiting for ${owed}.`;
    return ok(
      `${items} work items of ${account} are waiting for GitHub's limits to end ${when}; they then continue on their own.${whom}`,
    );
  },
  refused: (action: string, where: string, automation: string, reason: string) =>
    fix(`GitHub refuses ${action} on ${where}, for ${automation}: ${sentence(reason)} ${AGAIN}`),
  refusedPart: (part: string, action: string, where: string, automation: string, reason: string) =>
    fix(`GitHub refuses ${part} (${action}) on ${where}, for ${automation}: ${sentence(reason)} ${AGAIN}`),
  part: {
    draft: "a draft",
    named: (kind: string, name: string | null) => `the ${kind} ${name}`,
  },
  setAside: (guid: string, event: string, account: string | null, how: string, at: string) =>
    fix(
      `The delivery ${guid} (${event}${account === null ? "" : ` of ${account}`}) ${how}, and was set aside at ${at}. Redeliver it in the App's settings, under "Advanced", once the reason is fixed, or leave it to the nightly reconciliation.`,
    ),
  how: {
    failed: (times: number, reason: string) => `failed ${times === 1 ? "once" : `${times} times`} (${reason})`,
    neverArrived: "was requested many times and never arrived",
  },
  moreSetAside: (more: number) =>
    fix(more === 1 ? "1 more delivery was set aside." : `${more} more deliveries were set aside.`),
  gap: (from: string, to: string) =>
    fix(
      `GitHub no longer lists its deliveries between ${from} and ${to}, so those could not be compared: what was lost then comes with the nightly reconciliation, or with "Re-run" on a check.`,
    ),
};

import { formatDay, type Language } from "../../../calendar/format.ts";
import { quote } from "../../../config/text/quote.ts";
import type { GitHub, RequestCount } from "../../../github/client.ts";
import type { FourKeysSettings } from "../../../metrics/settings.ts";
import { meantEnvironment } from "../../../records/meant-environment.ts";
import type { Instant } from "../../../records/record.ts";
import { messages } from "../text.ts";
import type { ReadRepository, RepositoryHistory } from "./read.ts";

interface Around {
  /** Whose sre.yml decides how all are shown. */
  readonly lead: ReadRepository;
  readonly config: { readonly language: Language; readonly settings: FourKeysSettings };
  readonly at: Instant;
}

/** How much was read, from which day on, and by which sre.yml it counts: one line. */
export function whatWasRead(
  histories: readonly RepositoryHistory[],
  { lead, config: { language, settings }, at }: Around,
): string {
  const { read } = messages(language);
  const sum = (of: (history: RepositoryHistory) => number) => histories.reduce((total, each) => total + of(each), 0);
  const names = histories.map(({ repo }) => repo);
  const [since = null] = histories.map((each) => each.since).sort((a, b) => (b ?? 0) - (a ?? 0));
  const day = since === null ? null : formatDay(new Date(since), settings.timezone, language, new Date(at));
  const { used, label } = lead.config;
  const by = names.length === 1 || used === "given" ? read.by[used](label) : read.byEach(nameOf(lead));
  return read.line(
    names.length === 1 ? (names[0] ?? "") : read.repositories(names.length),
    {
      pulls: sum(({ pulls }) => pulls),
      deployments: sum(({ records }) => records.deployments.length),
      incidents: sum(({ records }) => records.incidents.length),
    },
    { from: day === null ? read.whole : read.from(day), by },
  );
}

/** Ways to deploy of which GitHub is not asked, so that a 0 is not taken for the truth. */
export function notRead(read: readonly ReadRepository[], language: Language): string[] {
  const text = messages(language).read;
  return read.flatMap((each) => {
    const { external } = each.config.section.deployments;
    return external === undefined ? [] : [text.external(nameOf(each))];
  });
}

/** Where sre.yml may have another name for an environment than GitHub. */
export function elsewhere(histories: readonly RepositoryHistory[], language: Language): string[] {
  const text = messages(language);
  return histories.flatMap(({ repo, elsewhere }) => {
    if (elsewhere === null) return [];
    const { counted, others } = elsewhere;
    const names = others.map((name) => {
      const near = meantEnvironment(name, counted);
      return `${quote(name)}${near === null ? "" : text.meant(quote(near))}`;
    });
    const list = (all: readonly string[]) => all.join(text.listSeparator);
    return [text.read.elsewhere(repo, list(counted.map((name) => quote(name))), list(names))];
  });
}

/** How many requests it took, and what of GitHub's limits: REST's by their number, GraphQL's by its points. */
export function costOf(clients: readonly Pick<GitHub, "requests">[], language: Language): string {
  const sum = (of: (requests: RequestCount) => number) =>
    clients.reduce((total, { requests }) => total + of(requests), 0);
  const rest = sum((requests) => requests.rest);
  const [graphql, points] = [sum((requests) => requests.graphql), sum((requests) => requests.points)];
  return messages(language).read.cost(rest + graphql, { rest, points });
}

function nameOf({ repository: { owner, name } }: ReadRepository): string {
  return `${owner}/${name}`;
}

import { listed } from "../../replicas.ts";
import type { SimPull, SimRepo } from "../../state.ts";
import { connection, type Page } from "../connection.ts";
import { pullSource } from "../source.ts";
import { hasAnyLabel, ordered } from "./order.ts";

/** The filters that every list of pull requests takes. */
export interface PullFilter {
  baseRefName?: string | null;
  headRefName?: string | null;
  labels?: readonly string[] | null;
  states?: readonly ("OPEN" | "CLOSED" | "MERGED")[] | null;
  orderBy?: { field: string; direction: "ASC" | "DESC" } | null;
}

/** A list of pull requests, filtered and ordered (created first first, unless asked otherwise). */
export function pulls(repo: SimRepo, all: readonly SimPull[], args: PullFilter & Page) {
  const states = args.states?.map((state) => state.toLowerCase());
  const found = listed(repo, "pulls", all, ({ id }) => id).filter(
    (pull) =>
      (states === undefined || states.includes(pull.state)) &&
      (args.baseRefName == null || pull.base === args.baseRefName) &&
      (args.headRefName == null || pull.head === args.headRefName) &&
      (args.labels == null || hasAnyLabel(pull, args.labels)),
  );
  return connection(
    ordered(found, args.orderBy),
    args,
    ({ number }) => number,
    (pull) => pullSource(repo, pull),
  );
}

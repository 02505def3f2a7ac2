import { createSign } from "node:crypto";
import { Octokit } from "@octokit/core";
import { RequestError } from "@octokit/request-error";
import type { Asker, GraphqlAnswer, Player, RestAnswer } from "./fact.ts";

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** The token of each requester; null: none. */
export type TokenOf<Who extends Player> = (as: Who) => Promise<string | null>;

/** Plain HTTP through Octokit, without any of Detoil's own code. */
export function requestsTo<Who extends Player>(
  apiUrl: string,
  tokenOf: TokenOf<Who | Asker>,
  fixed: Readonly<Record<string, string>>,
) {
  const octokitOf = async (as: Who | Asker): Promise<Octokit> => {
    const auth = await tokenOf(as);
    return new Octokit({ baseUrl: apiUrl, log: quiet, ...(auth === null ? {} : { auth }) });
  };

  async function rest(
    route: string,
    parameters: Readonly<Record<string, unknown>> = {},
    as: Who | Asker = "app",
  ): Promise<RestAnswer> {
    const octokit = await octokitOf(as);
    const named = Object.fromEntries(Object.entries(fixed).filter(([name]) => route.includes(`{${name}}`)));
    try {
      const { status, data, headers } = await octokit.request(route, { ...named, ...parameters });
      return { status, data, headers: texts(headers) };
    } catch (error) {
      if (!(error instanceof RequestError) || error.response === undefined) throw error;
      return { status: error.status, data: error.response.data, headers: texts(error.response.headers) };
    }
  }

  async function graphql(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
    as: Who | Asker = "app",
  ): Promise<GraphqlAnswer> {
    const given = Object.fromEntries(Object.entries(fixed).filter(([name]) => query.includes(`$${name}`)));
    const url = `${apiUrl.replace(/\/api\/v3$/, "/api")}/graphql`;
    const { status, data } = await rest(`POST ${url}`, { query, variables: { ...given, ...variables } }, as);
    const body = (data ?? {}) as Partial<GraphqlAnswer>;
    return { status, data: body.data ?? null, errors: body.errors ?? [] };
  }

  return { rest, graphql };
}

function texts(headers: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

/** A token of the App's own, valid from `at` on; GitHub accepts none that lasts longer than ten minutes. */
export function appToken(appId: string, privateKey: string, at: number = Date.now(), minutes = 9): string {
  const now = Math.floor(at / 1000);
  const unsigned = [
    { alg: "RS256", typ: "JWT" },
    { iat: now - 60, exp: now + minutes * 60, iss: appId },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${unsigned}.${createSign("RSA-SHA256").update(unsigned).sign(privateKey, "base64url")}`;
}

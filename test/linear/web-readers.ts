import { RequestError } from "@octokit/request-error";
import { groupsIn } from "../../src/automations/merge-group.ts";
import type { Action } from "../../src/github/actions.ts";
import type { Applying } from "../../src/github/apply/applying.ts";
import { refusalOf } from "../../src/github/apply/refusal.ts";
import { refusedAs } from "../../src/github/error-meaning.ts";
import { Rejected } from "../../src/github/errors.ts";
import { failureOf } from "../../src/github/failure.ts";
import { mergeGroupOf } from "../../src/github/merge-queue.ts";
import { readAnswer } from "../../src/github/read-answer.ts";
import { jsonText } from "../../src/store/json.ts";
import { authenticate } from "../../src/web/api/authenticate.ts";
import { isJson, readPosted } from "../../src/web/api/read-posted.ts";
import { Refusal } from "../../src/web/api/refusal.ts";
import { originOf } from "../../src/web/setup/address.ts";
import { codeGate, loopbackGate } from "../../src/web/setup/gate.ts";
import { donePage, problemPage } from "../../src/web/setup/page.ts";
import { isSignature } from "../../src/web/signature.ts";
import type { Reader } from "./readers.ts";

const OID = "0".repeat(40);
const request = (headers: object) => ({ headers }) as never;
const action: Action = { action: "create-label", name: "a", color: "ededed", because: "a test" };

function answered(text: string, headers: object): Error {
  const response = { status: 422, url: "", headers: headers as never, data: { message: text, errors: [text] } };
  const asked = { method: "POST", url: "https://api.github.com/graphql", headers: {} } as const;
  return failureOf("POST /graphql", new RequestError(text, 403, { request: asked, response }));
}

const authenticated = (header: string) =>
  void authenticate(header, { postings: { byToken: async () => null, byIds: async () => null }, oidc: null }).catch(
    () => {},
  );

function refused(given: object): void {
  try {
    readPosted(Buffer.from(JSON.stringify(given)), { type: "deployment", repo: "acme/shop", now: 0 });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function answeredInGraphql(message: string): Error {
  return failureOf("q", Object.assign(new Error(message), { name: "GraphqlResponseError", errors: [{ message }] }));
}

/** Readers of HTTP input besides bodies: headers, the form of the setup page, GitHub's sentences with our words in them. */
export const webReaders: readonly Reader[] = [
  { name: "isSignature", openings: ["sha256="], read: isSignature },
  { name: "authenticate", openings: ["Bearer ", "Bearer a.", "Bearer detoil_"], read: authenticated },
  { name: "jsonText", openings: ["\\u", "\ud800"], read: jsonText },
  { name: "isJson", openings: ["application/json "], read: isJson },
  { name: "readPosted, a commit", read: (sha) => refused({ id: "1", status: "failure", sha }) },
  { name: "readPosted, a name", read: (environment) => refused({ id: "1", status: "failure", environment }) },
  { name: "loopbackGate", openings: ["localhost:"], read: (host) => loopbackGate().admits(request({ host })) },
  { name: "loopbackGate, other headers", read: (text) => loopbackGate().admits(request({ host: "a", [text]: "" })) },
  { name: "originOf", openings: ["[", "a:"], read: (host) => originOf(request({ host })) },
  { name: "codeGate", read: (text) => codeGate().unlock(text) },
  { name: "codeGate, cookies", read: (cookie) => codeGate().admits(request({ cookie })) },
  { name: "problemPage", read: (text) => problemPage(text, { href: text, text }) },
  { name: "donePage", openings: ["`"], read: (text) => donePage(text, text, text) },
  { name: "readAnswer", read: (text) => readAnswer(new Response(), JSON.stringify(text)) },
  { name: "failureOf", openings: ["a - http://"], read: (text) => answered(text, {}) },
  { name: "failureOf, a limit's header", read: (text) => answered("", { "retry-after": text }) },
  { name: "failureOf, GraphQL", openings: ["time"], read: answeredInGraphql },
  {
    name: "refusalOf",
    openings: ["POST /a: "],
    read: (message) => refusalOf({} as Applying, action, null, "", { status: 422, message }),
  },
  { name: "refusedAs", read: (text) => refusedAs(new Rejected("POST /a", 422, text)) },
  { name: "mergeGroupOf", openings: ["gh-readonly-queue/"], read: (text) => mergeGroupOf(text, OID) },
  {
    name: "groupsIn",
    openings: ["refs/heads/gh-readonly-queue/"],
    read: (head_ref) =>
      groupsIn({
        name: "merge_group",
        action: "checks_requested",
        payload: { merge_group: { head_ref, head_sha: OID } },
      } as never),
  },
];

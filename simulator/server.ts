import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ConnectionDropped } from "./platform/faults.ts";

/** The part of a simulator that HTTP needs. */
interface Served {
  baseUrl: string;
  fetch(request: Request): Promise<Response>;
}

export interface Listening {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  close(): Promise<void>;
}

/** Puts a simulator behind HTTP, on the loopback interface only. Rejects when the port (default: any free one) is taken. */
export async function listen(simulator: Served, options: { readonly port?: number } = {}): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(simulator, request, response).catch((error: unknown) => {
      if (!(error instanceof ConnectionDropped)) console.error(error);
      request.socket.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // a TCP server's address is one
  simulator.baseUrl = url;
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(simulator: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const method = request.method ?? "GET";
  const headers = Object.entries(request.headersDistinct).flatMap(([name, values]) =>
    (values ?? []).map((value): [string, string] => [name, value]),
  );
  const body = method === "GET" || method === "HEAD" ? {} : { body: Buffer.concat(chunks) };
  const url = `${simulator.baseUrl}${request.url ?? "/"}`;
  const answered = await simulator.fetch(new Request(url, { method, headers, ...body, redirect: "manual" }));
  const answer = Buffer.from(await answered.arrayBuffer());
  // With its length an answer is sent in one piece.
  response.writeHead(answered.status, [...answered.headers, ...lengthOf(answered, answer)].flat());
  response.end(answer);
}

/** Not where HTTP forbids it, or where it is there. */
function lengthOf({ status, headers }: Response, answer: Buffer): [string, string][] {
  const isForbidden = status === 204 || status === 304 || headers.has("content-length");
  return isForbidden ? [] : [["content-length", String(answer.length)]];
}

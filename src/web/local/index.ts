import { createWebServer } from "../server.ts";
import { type BackfillService, backfillHandler } from "./backfill.ts";
import { listenAt, socketPath } from "./socket.ts";
import { type TokenService, tokensHandler } from "./tokens.ts";

export interface LocalServer {
  close(): Promise<void>;
}

/** Takes work from commands on this machine, which cannot open the embedded database beside the server. */
export async function startLocal(
  folder: string,
  service: Omit<BackfillService, "stopping"> & TokenService,
): Promise<LocalServer> {
  const stopping = new AbortController();
  const routes = {
    "POST /backfill": backfillHandler({ ...service, stopping: stopping.signal }),
    "POST /tokens": tokensHandler(service),
  };
  const server = createWebServer(routes, service.onError);
  await listenAt(server, socketPath(folder));
  return {
    close() {
      stopping.abort();
      return new Promise((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      });
    },
  };
}

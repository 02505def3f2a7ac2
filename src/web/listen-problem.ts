import { listenText } from "./text.ts";

/** What to say to the person who starts a server that cannot listen; `error`: Node's. */
export function listenProblem({ code, message }: NodeJS.ErrnoException, port: number, host: string): string {
  switch (code) {
    case "EADDRINUSE":
      return listenText.portInUse(port);
    case "EACCES":
      return listenText.portForbidden(port);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return listenText.noSuchHost(host);
    default:
      return listenText.other(host, port, code ?? message);
  }
}

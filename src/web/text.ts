/** One-line answers: to GitHub, which shows them beside a delivery, to probes, and to browsers that came here. */
export const answerText = {
  accepted: "Accepted.",
  unsigned: "The signature does not match the webhook secret.",
  malformed: "This is not a webhook as GitHub sends them.",
  tooLarge: (mebibytes: number) => `A payload has at most ${mebibytes} MiB.`,
  busy: "Busy, try again.",
  notStored: "The delivery could not be stored.",
  stopping: "Stopping.",
  waiting: "Waiting to be set up.",
  noToken: "The token in METRICS_TOKEN is needed, as a bearer.",
  notFound: "Nothing here.",
  otherMethod: "Not this method.",
  failed: "Something went wrong.",
  /** `/healthz` and `/readyz`. */
  ready: "ok",
  unready: {
    stopping: "stopping",
    unwritable: "the database cannot be written to",
    silent: "the database does not answer",
    notStored: "deliveries could not be stored just now",
  },
};

/** Why the server cannot listen, for the person who starts it. */
export const listenText = {
  portInUse: (port: number) => `Port ${port} is in use: stop what listens there, or set PORT to another one.`,
  portForbidden: (port: number) => `Port ${port} may not be opened by this user: set PORT to one from 1024 on.`,
  noSuchHost: (host: string) =>
    `HOST ${host} is not an address of this machine: set HOST to one that is, or remove it.`,
  other: (host: string, port: number, reason: string) => `The server cannot listen on ${host}:${port} (${reason}).`,
};

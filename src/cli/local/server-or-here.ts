import { FolderInUse } from "../../store/problem.ts";

/** A server takes seconds to start, minutes on a machine that is busy. */
const TRIES = 60;

/** How often it is seen whether a server that starts listens. */
export const POLL_MS = 1_000;

export interface Ways {
  /** false: no server listens. */
  readonly byServer: () => Promise<boolean>;
  readonly here: () => Promise<void>;
  readonly wait: () => Promise<void>;
}

/** The server that has the folder does it, or this process where none has. One that starts has the folder before it listens. */
export async function serverOrHere({ byServer, here, wait }: Ways): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    if (await byServer()) return;
    try {
      return await here();
    } catch (error) {
      if (!(error instanceof FolderInUse) || tries === TRIES) throw error;
    }
    await wait();
  }
}

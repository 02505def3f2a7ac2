import { createHash } from "node:crypto";
import type { SimInstallation, SimState } from "../state.ts";

export interface InstallationToken {
  readonly token: string;
  readonly installationId: number;
  /** ISO; one hour after it was made, by the simulated clock. */
  readonly expiresAt: string;
  /** The requested permissions, if fewer than what the installation has. */
  readonly permissions: Readonly<Record<string, "read" | "write">> | null;
  /** Ids of the requested repositories; null: all of the installation. */
  readonly repositories: readonly number[] | null;
}

const HOUR = 3_600_000;
const ALL = { permissions: null, repositories: null };

/** Issued installation tokens. Their names come from a counter, so that two runs are the same. */
export class Tokens {
  readonly #byToken = new Map<string, InstallationToken>();
  readonly #seed: string;
  readonly #lasting: boolean;
  #made = 0;

  constructor(seed: string, lasting = false) {
    this.#seed = seed;
    this.#lasting = lasting;
  }

  create(
    state: SimState,
    installation: SimInstallation,
    { permissions, repositories }: Pick<InstallationToken, "permissions" | "repositories"> = ALL,
  ): InstallationToken {
    this.#made += 1;
    const token = `ghs_${createHash("sha256").update(`token ${this.#seed} ${this.#made}`).digest("hex").slice(0, 36)}`;
    const made = {
      token,
      installationId: installation.id,
      expiresAt: `${new Date(Date.parse(state.now) + HOUR).toISOString().slice(0, 19)}Z`,
      permissions,
      repositories,
    };
    this.#byToken.set(token, made);
    return made;
  }

  /** The token, if it was issued and has not expired. */
  find(state: SimState, token: string): InstallationToken | null {
    const found = this.#byToken.get(token);
    if (found === undefined) return null;
    if (this.#lasting || Date.parse(found.expiresAt) > Date.parse(state.now)) return found;
    this.#byToken.delete(token);
    return null;
  }
}

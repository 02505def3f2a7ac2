import { createHash } from "node:crypto";
import { z } from "zod";

/** The parts of a manifest that the manifest flow uses; it may contain more. */
export const manifestShape = z.object({
  name: z.string().min(1),
  url: z.string(),
  redirect_url: z.url(),
  hook_attributes: z.object({ url: z.string() }).optional(),
  default_permissions: z.record(z.string(), z.enum(["read", "write"])).default({}),
  default_events: z.array(z.string()).default([]),
});

type Manifest = z.output<typeof manifestShape>;

/** Manifests that were confirmed and wait for their code to be redeemed; a code works once. */
export class Manifests {
  readonly #byCode = new Map<string, Manifest>();
  #made = 0;

  accept(manifest: Manifest): string {
    this.#made += 1;
    const code = digest("manifest", String(this.#made));
    this.#byCode.set(code, manifest);
    return code;
  }

  redeem(code: string): Manifest | null {
    const found = this.#byCode.get(code) ?? null;
    this.#byCode.delete(code);
    return found;
  }
}

/** 40 hexadecimal digits that stand for a random value. */
export function digest(what: string, of: string): string {
  return createHash("sha256").update(`${what} ${of}`).digest("hex").slice(0, 40);
}

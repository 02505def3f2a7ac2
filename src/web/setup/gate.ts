import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Who may see the setup page: never simply the first visitor. */
export interface Gate {
  /** What a person must type first; null where none is needed. */
  readonly code: string | null;
  admits(request: IncomingMessage): boolean;
  /** Accepts the one-time code. For the right code it returns the cookie that `admits` requires from then on. */
  unlock(given: string): Unlocked;
}

type Unlocked = { readonly cookie: string } | "wrong" | "closed";

/** Whether a server that listens there can be reached only from this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/i.test(host);
}

/** The name that the visitor's browser used, without its port. */
function hostOf(request: IncomingMessage): string {
  return (request.headers.host ?? "").replace(/:\d+$/, "");
}

/** Words in the name of a header that only a proxy, a tunnel or a CDN adds: `X-Forwarded-For`, `True-Client-IP`, `Via` … */
const RELAYED = new Set(
  "forwarded via ip ipv6 clientip addr address proxy proxyuser relay tunnel loop original originating".split(" "),
);

/** The first word of names that belong to one vendor: `CF-Ray`, `Fly-Region`, `X-Amzn-Trace-Id` … */
const RELAYS = new Set(
  "akamai amz amzn appengine arr azure cdn cf cloud do edge envoy fastly fly google ngrok nf pomerium railway tailscale traefik vercel wl".split(
    " ",
  ),
);

/** Whether a header shows a proxy between the visitor's browser and this server. Browsers do not send such headers. */
function isRelayed(request: IncomingMessage): boolean {
  return Object.keys(request.headers).some((header) => {
    const words = header.split("-").filter((word) => word !== "x");
    return words.some((word) => RELAYED.has(word)) || RELAYS.has(words[0] ?? "");
  });
}

/**
 * For a server on the loopback interface. A tunnel or proxy to it, and a foreign page whose name was pointed at
 * 127.0.0.1 (DNS rebinding), still come from elsewhere.
 */
export function loopbackGate(): Gate {
  return {
    code: null,
    admits: (request) => isLoopback(hostOf(request)) && !isRelayed(request),
    unlock: () => "closed",
  };
}

/** Letters and digits that cannot be confused. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const LENGTH = 10;
const TRIES = 5;
const COOKIE = "detoil_setup";

/** For a server that others can reach: a code that the terminal shows opens it once, for one browser. */
export function codeGate(): Gate {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
  const session = randomBytes(32).toString("base64url");
  let tries = TRIES;
  return {
    code: `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`,
    admits: (request) => {
      const cookies = (request.headers.cookie ?? "").split(";").map((pair) => pair.trim());
      return cookies.some((pair) => isSame(pair, `${COOKIE}=${session}`));
    },
    unlock(given) {
      if (tries === 0) return "closed";
      if (!isSame(given.toUpperCase().replace(/[^A-Z0-9]/g, ""), letters)) {
        tries -= 1;
        return tries === 0 ? "closed" : "wrong";
      }
      tries = 0; // the code works once
      // Lax, because GitHub sends the browser back here with a link.
      return { cookie: `${COOKIE}=${session}; Path=/; HttpOnly; SameSite=Lax` };
    },
  };
}

/** In constant time, whatever the lengths. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

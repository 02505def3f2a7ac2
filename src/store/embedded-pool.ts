import { Duplex } from "node:stream";
import type { PGlite } from "@electric-sql/pglite";
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import pg from "pg";
import { resultTypes } from "./result-types.ts";

/** More texts than there are statements; some have a placeholder for each item of a list. */
const MOST_NAMED = 500;
/** Then statements are planned anew: a plan that was made for an empty table is not right for long, and statistics come late. */
const USES_OF_A_PLAN = 500;

/**
 * The embedded PostgreSQL for node-postgres, over its one connection. PGlite's own `query` sends six messages one by one and has
 * each statement analyzed and planned anew, which in WebAssembly takes most of its time: 0.55 ms of CPU for a small one, and this
 * way 0.1.
 */
export async function openEmbeddedPool(pglite: PGlite): Promise<PostgresPool> {
  const pool = new pg.Pool({
    user: "postgres",
    database: "postgres",
    max: 1,
    idleTimeoutMillis: 0,
    stream: () => new Wire(pglite) as never, // what node-postgres uses of a socket
    types: resultTypes,
  });
  pool.on("error", () => {});
  let uses = 0;
  const nameOf = namesOfRepeated();
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const named = (client: pg.PoolClient): PostgresPoolClient =>
    ({
      query: async <Row>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<Row>> =>
        (await client.query({ text, values: [...values], name: nameOf(text) })) as never,
      release: () => client.release(),
    }) as PostgresPoolClient;
  return {
    async connect() {
      const client = await pool.connect();
      uses += 1;
      if (uses % USES_OF_A_PLAN === 0) await client.query("discard plans");
      const known = clients.get(client) ?? named(client);
      clients.set(client, known);
      return known;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

/** A statement that comes again gets a name: it is analyzed once. Migrations come once. */
function namesOfRepeated(): (text: string) => string | undefined {
  const seen = new Map<string, string>();
  return (text) => {
    const name = seen.get(text);
    if (name === undefined && seen.size < MOST_NAMED) seen.set(text, `s${seen.size}`);
    return name;
  };
}

/** A socket as node-postgres sees it. */
class Wire extends Duplex {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
  }

  connect(): this {
    setImmediate(() => this.emit("connect"));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error | null) => void): void {
    this.#say(chunk, done);
  }

  /** All messages of one statement together. */
  override _writev(chunks: readonly { readonly chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#say(Buffer.concat(chunks.map(({ chunk }) => chunk)), done);
  }

  override _read(): void {}

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  #say(messages: Buffer, done: (error?: Error | null) => void): void {
    this.#pglite.execProtocolRaw(messages).then((answer) => {
      if (answer.length > 0) this.push(answer);
      done();
    }, done);
  }
}

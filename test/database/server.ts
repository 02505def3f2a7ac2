import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import type { TestDatabase } from "./database.ts";
import { openStores } from "./stores.ts";

/** Emptied, with their tables. */
const free: string[] = [];

/** What is connected is somebody who was killed. A migration leaves no rows but its own name. */
const EMPTY = `
  do $$ declare one record;
  begin
    perform pg_terminate_backend(pid, 5000) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid();
    set local session_replication_role = replica; -- in any order, whatever refers to it
    for one in select schemaname, tablename from pg_tables
      where schemaname in ('public') and tablename not like 'kysely_migration%' and tablename <> 'version'
    loop
      execute format('delete from %I.%I', one.schemaname, one.tablename);
    end loop;
    perform setval(seqrelid, seqstart, false) from pg_sequence;
  end $$`;

/** An empty database on the real PostgreSQL; it may have its tables already. */
export async function onServer(): Promise<TestDatabase> {
  const used = free.pop();
  return used === undefined ? blankOnServer() : database(used);
}

/** One that nobody ever opened. */
export async function blankOnServer(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  await execute("postgres", `create database ${name}`);
  return database(name);
}

function database(name: string): TestDatabase {
  const databaseUrl = urlOf(name);
  const stores = openStores({ databaseUrl, folder: null });
  return {
    name: "PostgreSQL",
    environment: { DATABASE_URL: databaseUrl },
    open: stores.open,
    async drop() {
      await stores.close();
      await execute("postgres", `drop database ${name} with (force)`);
    },
    async giveBack() {
      await stores.close();
      await execute(name, EMPTY);
      free.push(name);
    },
  };
}

const urlOf = (name: string) => `${inject("postgres")}/${name}`;

async function execute(name: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(name) });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

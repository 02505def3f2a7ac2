import { parseDocument } from "yaml";
import type { SimState } from "../state.ts";
import { problemOf } from "./diagnostic.ts";
import { chooseRepositories, readInstallations } from "./installations.ts";
import { checkTransfers } from "./issues.ts";
import { appManifest } from "./manifest.ts";
import { readProjects, readTeams } from "./organization.ts";
import { Reading } from "./reading.ts";
import { readRepo } from "./repos.ts";
import { type WorldInput, worldShape } from "./shape.ts";
import { readUsers } from "./users.ts";
import { placeOf, WorldError } from "./world-error.ts";

/** Reads a world file (contract §5), JSON or YAML or already parsed. Throws `WorldError`, which names file and place. */
export function parseWorld(source: unknown, fileName = "world"): SimState {
  const raw = typeof source === "string" ? readWorldText(source, fileName) : source;
  const checked = worldShape.safeParse(raw);
  if (!checked.success) {
    const { path, what } = problemOf(checked.error, raw);
    throw new WorldError(fileName, placeOf(path), what);
  }
  const input = checked.data;
  const state = emptyState(input);
  const reading = new Reading(state, fileName, []);
  readUsers(reading.at("users"), input.users ?? []);
  reading.person(`${state.app.slug}[bot]`); // GitHub makes the App's bot account together with the App
  readInstallations(reading, input);
  readTeams(reading.at("teams"), input.teams ?? []);
  input.repos?.forEach((repo, index) => {
    state.repos.set(repo.name, readRepo(reading.at("repos", index), repo));
  });
  [...state.repos.values()].forEach((repo, index) => {
    checkTransfers(reading.at("repos", index), repo);
  });
  chooseRepositories(reading.at("installations"), input.installations ?? []);
  readProjects(reading.at("projects"), input.projects ?? []);
  return state;
}

/** The text of a world file, JSON or YAML, as it stands. Throws `WorldError`. */
export function readWorldText(text: string, fileName: string): unknown {
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // Perhaps YAML in flow style; if not, the YAML reader names line and column.
    }
  }
  const document = parseDocument(text);
  const error = document.errors[0];
  if (error !== undefined) throw new WorldError(fileName, "", error.message.split("\n")[0] ?? error.message);
  return document.toJS({ maxAliasCount: 100 });
}

function emptyState(input: WorldInput): SimState {
  const manifest = appManifest();
  return {
    now: input.now ?? `${new Date().toISOString().slice(0, 19)}Z`,
    app: {
      slug: input.app?.slug ?? "detoil",
      id: input.app?.id ?? 1,
      permissions: input.app?.permissions ?? manifest.permissions,
      events: input.app?.events ?? manifest.events,
    },
    users: new Map(),
    teams: [],
    projects: [],
    repos: new Map(),
    installations: new Map(),
    nextId: input.next_id ?? Math.max(1000, greatestId(input) + 1),
    lag: null,
    ghes: input.ghes ?? null,
  };
}

/** New ids must not collide with those in the file. */
function greatestId(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let greatest = 0;
  for (const [key, inner] of Object.entries(value)) {
    greatest = Math.max(greatest, key === "id" && typeof inner === "number" ? inner : greatestId(inner));
  }
  return greatest;
}

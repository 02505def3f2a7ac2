import type { HelpDesk } from "./desk.ts";
import type { HelpPlace, HelpReading, PlacedRecord } from "./help-request.ts";
import { type AskInOrder, homeState, isSameHome } from "./home-state.ts";
import { isHeardOf, withReserved } from "./reservation.ts";

interface Kept {
  reading: HelpReading;
  readonly asks: readonly AskInOrder[];
}

interface MemoryDesk {
  readonly desk: HelpDesk;
  add(reading: HelpReading): void;
  /** There is no such issue or pull request any more. */
  remove(number: number): void;
}

/** A desk of its own, gone with the process: a preview's, which knows one repository. */
export function memoryDesk(): MemoryDesk {
  const known = new Map<string, Kept>();
  const reserved = new Map<string, HelpPlace & AskInOrder>();
  let order = 0;

  function add(reading: HelpReading): void {
    const key = keyOf(reading);
    const before = known.get(key);
    if (before !== undefined && before.reading.revision > reading.revision) return;
    const held = reserved.get(key) ?? null;
    if (held !== null && isHeardOf(held, reading.record)) reserved.delete(key);
    // The people of another file are asked from now on: the reservation is theirs, too.
    else if (held !== null) reserved.set(key, { ...held, home: reading.home });
    const asks = reading.record.asks.map((ask, at): AskInOrder => {
      const same = [before?.asks[at], held].find(
        (one) => one?.login.toLowerCase() === ask.login.toLowerCase() && one.at === ask.at,
      );
      return { ...ask, order: same?.order ?? ++order };
    });
    known.set(key, { reading, asks });
  }

  const desk: HelpDesk = {
    learn(readings) {
      for (const reading of readings) add(reading);
    },
    async reserve(asking, choose) {
      const places = [...known.values()].map(({ reading, asks }) => ({ ...reading, asks }));
      const choice = choose(homeState(places, [...reserved.values()], asking));
      if (choice.reserves === null) reserved.delete(keyOf(asking));
      else reserved.set(keyOf(asking), { ...asking, login: choice.reserves, at: asking.now, order: ++order });
      return choice;
    },
    async release(number) {
      removeFrom(reserved, number);
    },
    async read(home) {
      return [...known.values()].flatMap(({ reading }) =>
        isSameHome(reading.home, home) ? [placed(reading, reserved.get(keyOf(reading)) ?? null)] : [],
      );
    },
  };
  function remove(number: number): void {
    removeFrom(known, number);
    removeFrom(reserved, number);
  }

  return { desk, add, remove };
}

function removeFrom(map: Map<string, unknown>, number: number): void {
  for (const key of [...map.keys()].filter((one) => one.startsWith(`${number}/`))) map.delete(key);
}

function keyOf({ number, since }: HelpPlace): string {
  return `${number}/${since}`;
}

function placed({ record, repo, number, since }: HelpReading, reserved: AskInOrder | null): PlacedRecord {
  const ask = reserved === null ? null : { login: reserved.login.toLowerCase(), at: reserved.at };
  return { ...withReserved(record, ask), repo, number, since };
}

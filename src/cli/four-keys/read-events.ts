import { RecordCollection } from "../../records/collection.ts";
import { commitsInCycles } from "../../records/cycles.ts";
import { type RecordProblem, WrongRecord } from "../../records/reading/problem.ts";
import { readRecord } from "../../records/reading/read-record.ts";
import type { CommitRecord, EventRecord, Records } from "../../records/record.ts";
import { linesOf } from "./lines.ts";

/** `FILE:LINE` */
type Place = string;

interface WrongLine {
  readonly place: Place;
  readonly problem: RecordProblem;
}

export interface EventsRead {
  readonly records: Records;
  /** Lines that are no records; they are not among them. */
  readonly wrong: readonly WrongLine[];
  /** Lines that give a record once more, with other content. */
  readonly contradictions: readonly Place[];
}

/** All records of these files. Throws `CommandError` for a file that cannot be read. */
export async function readEvents(files: readonly string[]): Promise<EventsRead> {
  const collection = new RecordCollection();
  const wrong: WrongLine[] = [];
  const contradictions: Place[] = [];
  const commitPlaces = new Map<CommitRecord, Place>();
  for (const file of files) {
    for await (const { line, text } of linesOf(file)) {
      const read = readLine(text);
      const place = `${file}:${line}`;
      if ("kind" in read) {
        wrong.push({ place, problem: read });
        continue;
      }
      if (read.type === "commit") commitPlaces.set(read, place);
      if (collection.add(read)) contradictions.push(place);
    }
  }
  const records = collection.records();
  const cycle = new Set(commitsInCycles(records.commits));
  for (const commit of cycle)
    wrong.push({ place: commitPlaces.get(commit) ?? "", problem: { kind: "cycle", sha: commit.sha } });
  return {
    records: cycle.size === 0 ? records : { ...records, commits: records.commits.filter((each) => !cycle.has(each)) },
    wrong,
    contradictions,
  };
}

function readLine(text: string | null): EventRecord | RecordProblem {
  if (text === null) return { kind: "not-utf8" };
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { kind: "not-json" };
  }
  try {
    return readRecord(given);
  } catch (error) {
    if (error instanceof WrongRecord) return error.problem;
    throw error;
  }
}

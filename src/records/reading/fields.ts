import { parseInstant } from "../../calendar/instant.ts";
import type { Instant, RecordId } from "../record.ts";
import { WrongRecord } from "./problem.ts";

/** The fields of one record as it was given; null and absent are the same. Each reader throws `WrongRecord`. */
export class Fields {
  private readonly type: string;
  private readonly given: Readonly<Record<string, unknown>>;

  constructor(type: string, given: Readonly<Record<string, unknown>>) {
    this.type = type;
    this.given = given;
  }

  private value(key: string): unknown {
    return Object.hasOwn(this.given, key) ? (this.given[key] ?? null) : null;
  }

  private required<T>(key: string, value: T | null): T {
    if (value === null) throw new WrongRecord({ kind: "missing", key, type: this.type });
    return value;
  }

  text(key: string): string {
    return this.required(key, this.textOrNull(key));
  }

  textOrNull(key: string): string | null {
    const value = this.value(key);
    if (value === null) return null;
    if (typeof value !== "string" || value === "") throw new WrongRecord({ kind: "wrong-kind", key, wanted: "text" });
    return value;
  }

  id(key: string): RecordId {
    return this.required(key, this.idOrNull(key));
  }

  idOrNull(key: string): RecordId | null {
    const value = this.value(key);
    if (value === null) return null;
    if ((typeof value === "string" && value !== "") || Number.isSafeInteger(value)) return value as RecordId;
    throw new WrongRecord({ kind: "wrong-kind", key, wanted: "id" });
  }

  numberOrNull(key: string): number | null {
    const value = this.value(key);
    if (value === null) return null;
    if (!Number.isSafeInteger(value)) throw new WrongRecord({ kind: "wrong-kind", key, wanted: "number" });
    return value as number;
  }

  textsOrNull(key: string): readonly string[] | null {
    const value = this.value(key);
    if (value === null) return null;
    if (Array.isArray(value) && value.every((each) => typeof each === "string" && each !== "")) return value;
    throw new WrongRecord({ kind: "wrong-kind", key, wanted: "texts" });
  }

  texts(key: string): readonly string[] {
    return this.required(key, this.textsOrNull(key));
  }

  /** One text, or a list of them. */
  textOrTexts(key: string): readonly string[] {
    const value = this.value(key);
    return typeof value === "string" ? [this.text(key)] : (this.textsOrNull(key) ?? []);
  }

  time(key: string): Instant {
    return this.required(key, this.timeOrNull(key));
  }

  timeOrNull(key: string): Instant | null {
    const value = this.value(key);
    if (value === null) return null;
    if (typeof value !== "string") throw new WrongRecord({ kind: "wrong-kind", key, wanted: "time" });
    const time = parseInstant(value);
    if (time === null) throw new WrongRecord({ kind: "not-a-time", key, value });
    if (time === "no-zone") throw new WrongRecord({ kind: "no-zone", key, value });
    return time;
  }
}

import { passTime } from "../replicas.ts";
import type { SimState } from "../state.ts";

/** Simulated time: it stands still and is moved, or runs on with the wall clock from where it is. */
export class Clock {
  #running: boolean;
  #wallAt: number;

  constructor(mode: "still" | "running") {
    this.#running = mode === "running";
    this.#wallAt = Date.now();
  }

  get mode(): "still" | "running" {
    return this.#running ? "running" : "still";
  }

  set mode(mode: "still" | "running") {
    this.#running = mode === "running";
    this.#wallAt = Date.now();
  }

  /** Brings `state.now` up to date, in whole seconds. */
  tick(state: SimState): void {
    if (!this.#running) return;
    const passed = Math.floor((Date.now() - this.#wallAt) / 1000);
    if (passed <= 0) return;
    this.#wallAt += passed * 1000;
    state.now = iso(Date.parse(state.now) + passed * 1000);
  }

  /** Sets the time. */
  set(state: SimState, now: Date): void {
    this.#wallAt = Date.now();
    passTime(state, Math.max(0, now.getTime() - Date.parse(state.now)));
    state.now = iso(now.getTime());
  }
}

function iso(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

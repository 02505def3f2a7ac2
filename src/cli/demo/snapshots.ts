import { html } from "../html.ts";

/** Pages as they were when a step was over: the story goes on, and what a link of the step shows must be what it meant. */
export class Snapshots {
  readonly #pages: (request: Request) => Promise<Response>;
  readonly #kept = new Map<string, { readonly text: string; readonly headers: Headers }>();

  /** `pages`: how they are now. */
  constructor(pages: (request: Request) => Promise<Response>) {
    this.#pages = pages;
  }

  /** Keeps the page at `path`, and returns where it can be read from now on. */
  async keep(step: number, baseUrl: string, path: string): Promise<string> {
    const place = `/_step/${step}${path}`;
    const answer = await this.#pages(new Request(`${baseUrl}${path}`));
    const banner = html`<p class="snapshot">As it was after step ${step}. <a href="${path}">As it is now</a></p>`;
    // Text of people is escaped: the page alone begins its content.
    const text = (await answer.text()).replace("<main>", () => `<main>${banner.text}`);
    this.#kept.set(place, { text, headers: answer.headers });
    return place;
  }

  /** null: it is not the address of one. */
  answer({ url }: Request): Response | null {
    const kept = this.#kept.get(new URL(url).pathname);
    return kept === undefined ? null : new Response(kept.text, { headers: kept.headers });
  }
}

/** What a form sent. */
export type Form = Pick<URLSearchParams, "get" | "getAll">;

export async function formOf(request: Request): Promise<Form> {
  return new URLSearchParams(await request.text());
}

/** Whether one of our own pages sent it; a program that sends no Origin is not a browser that was led astray. */
export function isOwn({ url, headers }: Request): boolean {
  const origin = headers.get("origin");
  return origin === null || origin === new URL(url).origin;
}

const HOPS = 5;

/** A request whose body was read, as text: once, because each copy of a body is a stream of its own. */
export interface ReadRequest {
  readonly request: Request;
  readonly text: string;
}

/**
 * Follows GitHub's own redirects (renamed repositories, transferred issues) as `fetch` does over HTTP, unless the request
 * says `manual`, so that the simulator behaves the same as a function and behind a port.
 */
export async function following(
  request: Request,
  apiUrl: string,
  send: (read: ReadRequest) => Promise<Response>,
): Promise<Response> {
  let read: ReadRequest = { request, text: await request.text() };
  let response = await send(read);
  for (let hop = 0; hop < HOPS; hop += 1) {
    const location = response.headers.get("location");
    const moved = response.status === 301 || response.status === 307;
    if (!moved || request.redirect !== "follow" || location?.startsWith(`${apiUrl}/`) !== true) return response;
    read = repeated(read, location, response.status);
    response = await send(read);
  }
  return response;
}

/** The Fetch standard ("HTTP-redirect fetch"): a POST that met 301 goes on as GET without its body, all else stays what it is. */
function repeated({ request, text }: ReadRequest, location: string, status: number): ReadRequest {
  const { method, headers } = request;
  if (status === 301 && method === "POST") return { request: new Request(location, { headers }), text: "" };
  return { request: new Request(location, { method, headers }), text };
}

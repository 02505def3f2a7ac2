const HOPS = 5;

/**
 * Follows GitHub's own redirects (renamed repositories, transferred issues) as `fetch` does over HTTP, unless the request
 * says `manual`, so that the simulator behaves the same as a function and behind a port.
 */
export async function following(
  request: Request,
  apiUrl: string,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  let again = request.clone();
  let response = await send(request);
  for (let hop = 0; hop < HOPS; hop += 1) {
    const location = response.headers.get("location");
    const moved = response.status === 301 || response.status === 307;
    if (!moved || request.redirect !== "follow" || location?.startsWith(`${apiUrl}/`) !== true) return response;
    const next = repeated(again, location, response.status);
    again = next.clone();
    response = await send(next);
  }
  return response;
}

/** The Fetch standard ("HTTP-redirect fetch"): a POST that met 301 goes on as GET without its body, all else stays what it is. */
function repeated(request: Request, location: string, status: number): Request {
  if (status === 301 && request.method === "POST") return new Request(location, { headers: request.headers });
  const { method, headers, body } = request;
  return new Request(location, { method, headers, ...(body === null ? {} : { body, duplex: "half" }) });
}

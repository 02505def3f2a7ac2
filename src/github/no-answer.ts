/** GitHub did not answer as itself. Octokit reports it as status 500, so a write may have happened. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** Why a request never reached GitHub, in words of people; what is no failure of the network stays as it is. */
export function networkProblem(error: unknown, host: string): unknown {
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  switch (code) {
    case "ECONNREFUSED":
      return new NoAnswer(`nothing listens at ${host}`);
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new NoAnswer(`no host ${host} is known`);
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "ETIMEDOUT":
    case "UND_ERR_CONNECT_TIMEOUT":
      return new NoAnswer(`${host} cannot be reached`);
    case "ECONNRESET":
    case "EPIPE":
    case "UND_ERR_SOCKET":
      return new NoAnswer(`${host} broke the connection off`);
  }
  return /CERT|SIGNATURE|ALTNAME/.test(code)
    ? new NoAnswer(
        `the certificate of ${host} is not trusted (${code}): NODE_EXTRA_CA_CERTS names the file of its authority`,
      )
    : error;
}

/** `a web page answers: "Sign in"`; null: this is no web page. GitHub's API answers in JSON, what stands between may not. */
export function pageSaid(text: string): string | null {
  if (!/^\s{0,1000}</.test(text)) return null;
  const title = /<title[^<>]{0,200}>([^<>]{1,200})/i.exec(text.slice(0, 5_000))?.[1] ?? "";
  const shown = title.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return shown === "" ? "a web page answers" : `a web page answers: "${shown.slice(0, 80)}"`;
}

/** Logins and teams are the same in whatever case they are written. */
export function isSame(login: string, other: string | null): boolean {
  return login.toLowerCase() === other?.toLowerCase();
}

export function isAmong(login: string, logins: readonly string[]): boolean {
  return logins.some((other) => isSame(other, login));
}

/** Each once, where and as it is written first. */
export function distinct(logins: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const login of logins) if (!found.has(login.toLowerCase())) found.set(login.toLowerCase(), login);
  return [...found.values()];
}

/**
 * Up to eight characters that show whether a text is still the one that Detoil wrote (FNV-1a, 32 bit). It protects against
 * accidents, not attackers: it only decides which words of a line are a person's.
 */
export function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

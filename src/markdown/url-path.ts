/**
 * A path for an address in a Markdown link: names of branches, tags and files between the slashes. Parentheses are encoded
 * too, because a name may contain them and they would end the link.
 */
export function urlPath(path: string): string {
  const encoded = (part: string) =>
    encodeURIComponent(part.toWellFormed()).replace(/[!'()*]/g, (character) => {
      return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
    });
  return path.split("/").map(encoded).join("/");
}

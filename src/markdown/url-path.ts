/**
 * A path within an address that stands in a Markdown link: names of branches, tags and files between the slashes. Also
 * without parentheses, which a name may hold and which would end the link.
 */
export function urlPath(path: string): string {
  const encoded = (part: string) =>
    encodeURIComponent(part.toWellFormed()).replace(/[!'()*]/g, (character) => {
      return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
    });
  return path.split("/").map(encoded).join("/");
}

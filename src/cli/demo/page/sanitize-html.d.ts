/** The part of sanitize-html that is used here; the package brings no types of its own. */
declare module "sanitize-html" {
  type Attributes = Record<string, string>;
  interface Options {
    allowedTags: readonly string[];
    allowedAttributes: Record<string, readonly (string | { name: string; values: readonly string[] })[]>;
    allowedClasses: Record<string, readonly string[]>;
    allowedSchemes: readonly string[];
    allowProtocolRelative: boolean;
    exclusiveFilter: (frame: { tag: string; attribs: Attributes }) => boolean;
    transformTags: Record<
      string,
      (tag: string, attribs: Attributes) => { tagName: string; attribs: Attributes; text?: string }
    >;
  }
  export default function sanitize(dirty: string, options: Options): string;
  export type { Options };
}

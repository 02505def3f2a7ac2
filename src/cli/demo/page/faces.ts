const faces: Readonly<Record<string, string>> = {
  "+1": "👍",
  "-1": "👎",
  laugh: "😄",
  hooray: "🎉",
  confused: "😕",
  heart: "❤️",
  rocket: "🚀",
  eyes: "👀",
};

/** A reaction's picture; its GitHub name where it has none. */
export const faceOf = (content: string) => faces[content] ?? content;

export type Given = {
  receipt?: { code: string; leaf?: string; vote?: string };
  openings?: { openings: readonly { slot: string; choice: object; nonce: string }[] };
  /** The fingerprint of the key that the notice board shows. */
  key?: string;
  /** The short code of a head that was published while the vote ran. */
  head?: string;
};

/** Tells `check` of each thing it looks at: in words, and whether it is right (null: for people to compare). Throws nothing. */
export declare const verifyFile: (
  bytes: Uint8Array,
  given: Given,
  check: (words: string, isRight: boolean | null) => void,
) => void;

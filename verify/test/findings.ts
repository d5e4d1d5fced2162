import { type Given, verifyFile } from '../suishoupai-verify.mjs';

/** What the verifier says of a file: the words of all that is wrong. */
export const wrongIn = (file: string | Uint8Array, given: Given = {}): string[] => {
  const wrong: string[] = [];
  verifyFile(typeof file === 'string' ? Buffer.from(file) : file, given, (words, isRight) => {
    if (isRight === false) wrong.push(words);
  });
  return wrong;
};

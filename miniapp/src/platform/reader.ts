/** `stopped`: by the person, or because something else is read now. */
export type Ending = 'said' | 'stopped' | 'failed';

/** Says one piece and tells how that ended; what is returned breaks it off, and nothing is told after that. */
export type Say = (piece: string, onEnd: (isSaid: boolean) => void) => () => void;

export type Reader = {
  /** One thing at a time: what was being read is stopped. */
  read: (text: string, onEnd: (ending: Ending) => void) => void;
  stop: () => void;
};

/** Voices stop in the middle of what is long: a browser's after a quarter of a minute, WeChat's above 1000 bytes. */
const longest = 120;

/** Whole sentences together up to the length that a voice can take; a longer sentence is cut. */
export const piecesOf = (text: string): string[] => {
  const sentences = text.match(/[^。！？；\n]+[。！？；\n]*/g) ?? [];
  const pieces: string[] = [];
  for (const sentence of sentences) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last.length + sentence.length <= longest) pieces[pieces.length - 1] = last + sentence;
    else for (let at = 0; at < sentence.length; at += longest) pieces.push(sentence.slice(at, at + longest));
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => /[^\s。！？；，]/.test(piece));
};

const nothing = (): void => undefined;

export const makeReader = (say: Say): Reader => {
  let stop = nothing;
  return {
    read: (text, onEnd) => {
      stop();
      const pieces = piecesOf(text);
      let breakOff = nothing;
      const end = (ending: Ending): void => {
        stop = nothing;
        onEnd(ending);
      };
      const readFrom = (index: number): void => {
        const piece = pieces[index];
        if (piece === undefined) end('said');
        else breakOff = say(piece, (isSaid) => (isSaid ? readFrom(index + 1) : end('failed')));
      };
      stop = () => {
        breakOff();
        end('stopped');
      };
      readFrom(0);
    },
    stop: () => stop(),
  };
};

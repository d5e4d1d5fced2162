import { describe, expect, test } from 'vitest';
import { type Ending, makeReader, piecesOf } from './reader.ts';

describe('分段', () => {
  test('短句合在一起，一段不超过一口气', () => {
    expect(piecesOf('路灯不亮。已派给物业。\n还剩三小时')).toEqual(['路灯不亮。已派给物业。\n还剩三小时']);
    const many = piecesOf('井盖坏了，请快来看看。'.repeat(30));
    expect(many.length).toBeGreaterThan(2);
    expect(many.every((piece) => piece.length <= 120 && piece.endsWith('。'))).toBe(true);
    expect(many.join('')).toBe('井盖坏了，请快来看看。'.repeat(30));
  });

  test('没有标点的长话切开，一个字不丢', () => {
    const text = '很长'.repeat(200);
    expect(piecesOf(text).join('')).toBe(text);
    expect(piecesOf(text).every((piece) => piece.length <= 120)).toBe(true);
  });

  test('只有空白和标点就没有可读的', () => {
    expect(piecesOf(' \n 。')).toEqual([]);
  });
});

/** A voice that says what it is told when it is told to. */
const voice = () => {
  const said: string[] = [];
  let finish: ((isSaid: boolean) => void) | undefined;
  const endings: Ending[] = [];
  const reader = makeReader((piece, onEnd) => {
    said.push(piece);
    finish = onEnd;
    return () => {
      finish = undefined;
    };
  });
  return { said, endings, reader, finish: (isSaid: boolean) => finish?.(isSaid), isSilent: () => finish === undefined };
};

const long = '路'.repeat(119);
const three = `${long}。${long}。${long}。`;

describe('朗读', () => {
  test('一段接一段，读完说一声', () => {
    const { said, endings, reader, finish } = voice();
    reader.read(three, (ending) => endings.push(ending));
    for (const count of [1, 2, 3]) {
      expect(said).toHaveLength(count);
      expect(endings).toEqual([]);
      finish(true);
    }
    expect(endings).toEqual(['said']);
  });

  test('停下就不再出声', () => {
    const { said, endings, reader, finish, isSilent } = voice();
    reader.read(three, (ending) => endings.push(ending));
    reader.stop();
    expect(isSilent()).toBe(true);
    finish(true);
    reader.stop();
    expect(said).toHaveLength(1);
    expect(endings).toEqual(['stopped']);
  });

  test('读另一段时，前一段先停', () => {
    const { said, endings, reader } = voice();
    reader.read('第一件', (ending) => endings.push(ending));
    reader.read('第二件', (ending) => endings.push(ending));
    expect(said).toEqual(['第一件', '第二件']);
    expect(endings).toEqual(['stopped']);
  });

  test('读不出来就说读不出来，不再往下读', () => {
    const { said, endings, reader, finish } = voice();
    reader.read(three, (ending) => endings.push(ending));
    finish(false);
    expect(said).toHaveLength(1);
    expect(endings).toEqual(['failed']);
  });
});

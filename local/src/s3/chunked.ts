import { Refusal } from './refusal.ts';

const incomplete = () => new Refusal('IncompleteBody', 'The request body terminated unexpectedly');
const maxLine = 4096;

/**
 * Takes the framing off an `aws-chunked` body with unsigned chunks (`STREAMING-UNSIGNED-PAYLOAD-TRAILER`): hex length, CRLF, bytes, CRLF,
 * a chunk of length 0, then trailing headers, which are put into `trailers`.
 */
export async function* unframe(source: AsyncIterable<Buffer>, trailers: Map<string, string>): AsyncGenerator<Buffer> {
  let buffer = Buffer.alloc(0);
  let state = 'length' as 'length' | 'bytes' | 'afterBytes' | 'trailers' | 'end';
  let left = 0;

  const takeLine = (): string | undefined => {
    const end = buffer.indexOf('\r\n');
    if (end === -1) {
      if (buffer.length > maxLine) throw new Refusal('InvalidRequest', 'A chunk header is too long');
      return undefined;
    }
    const line = buffer.subarray(0, end).toString('latin1');
    buffer = buffer.subarray(end + 2);
    return line;
  };

  for await (const chunk of source) {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      if (state === 'bytes') {
        const bytes = buffer.subarray(0, left);
        buffer = buffer.subarray(bytes.length);
        left -= bytes.length;
        if (bytes.length > 0) yield bytes;
        if (left > 0) break;
        state = 'afterBytes';
      }
      const line = takeLine();
      if (line === undefined) break;
      if (state === 'afterBytes') {
        if (line !== '') throw new Refusal('InvalidRequest', 'A chunk is longer than it says');
        state = 'length';
      } else if (state === 'length') {
        if (!/^[0-9a-f]{1,8}$/i.test(line)) throw new Refusal('InvalidRequest', 'A chunk has no length');
        left = Number.parseInt(line, 16);
        state = left === 0 ? 'trailers' : 'bytes';
      } else if (line === '') state = 'end';
      else {
        const [name = '', value = ''] = line.split(':', 2);
        trailers.set(name.trim().toLowerCase(), value.trim());
      }
    }
  }
  if (state !== 'end') throw incomplete();
}

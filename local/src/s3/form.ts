import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';
import busboy from 'busboy';
import { Refusal } from './refusal.ts';

/** S3: fields before the file may take 20 KB together. */
const maxFieldBytes = 20 * 1024;

export type Form = { fields: ReadonlyMap<string, string>; file: Readable };

/**
 * The form of a POST upload up to and including the beginning of its file. Fields after the file are ignored, as S3 ignores them. The
 * caller must read `file` to its end.
 */
export const readForm = (request: IncomingMessage): Promise<Form> =>
  new Promise((resolve, reject) => {
    const fields = new Map<string, string>();
    let bytes = 0;
    let hasFile = false;
    const malformed = (error: Error) => reject(new Refusal('MalformedPOSTRequest', error.message));
    const parser = (() => {
      try {
        return busboy({ headers: request.headers, limits: { fieldSize: maxFieldBytes }, defParamCharset: 'utf8' });
      } catch {
        throw new Refusal(
          'MalformedPOSTRequest',
          'The body of your POST request is not well-formed multipart/form-data.',
        );
      }
    })();
    parser.on('field', (name, value) => {
      if (hasFile) return;
      bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
      fields.set(name.toLowerCase(), value);
    });
    parser.on('file', (name, stream, { filename }) => {
      if (name !== 'file' || hasFile) {
        stream.resume();
        return;
      }
      hasFile = true;
      if (bytes > maxFieldBytes) {
        stream.resume();
        reject(
          new Refusal(
            'MaxPostPreDataLengthExceeded',
            'Your POST request fields preceding the upload file were too large.',
          ),
        );
        return;
      }
      const key = fields.get('key');
      if (key !== undefined) fields.set('key', key.replaceAll(`\${filename}`, filename ?? ''));
      // Broken off in the middle, busboy ends the file as if it were whole and reports the break on itself.
      const file = new PassThrough();
      stream.pipe(file);
      parser.on('error', (error) => file.destroy(error instanceof Error ? error : new Error('form broken off')));
      resolve({ fields, file });
    });
    parser.on('error', (error) => malformed(error instanceof Error ? error : new Error('form broken off')));
    parser.on('close', () => {
      if (!hasFile) reject(new Refusal('InvalidArgument', 'POST requires exactly one file upload per request.'));
    });
    request.on('aborted', () => parser.destroy(new Error('connection closed')));
    request.pipe(parser);
  });

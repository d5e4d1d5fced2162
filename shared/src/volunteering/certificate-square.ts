import { spokenCode } from './labels.ts';

/** What the square on a certificate holds: any camera reads from it where the certificate is verified, our own page the code. */
export const certificateSquare = (code: string): string =>
  `志愿服务记录证明 ${spokenCode(code)}，请在微信小程序「随手拍」里查验`;

/** The code in what was scanned, as it is asked for; undefined when it is no square of a certificate. */
export const codeScanned = (scanned: string): string | undefined =>
  /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(scanned)?.[0].replaceAll('-', '').toLowerCase();

import { chinaDay, exactTime } from '@suishoupai/shared/time/china';
import { certificateSquare } from '@suishoupai/shared/volunteering/certificate-square';
import { spokenCode, spokenMinutes } from '@suishoupai/shared/volunteering/labels';
import type { CertificateRecord } from '../record.ts';

/** The words of a certificate, before anybody lays them out. */
export type CertificateDocument = {
  name: string;
  title: string;
  paragraphs: readonly string[];
  rows: readonly (readonly [day: string, title: string, length: string])[];
  issuer: string;
  issued: string;
  footer: readonly string[];
  /** What a camera reads. */
  square: string;
  issuedAt: Date;
};

const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** It says what was confirmed, and how anyone sees whether it still holds. */
export const certificateDocument = (certificate: CertificateRecord): CertificateDocument => {
  const { name, community, minutes, from, until, services, code, issuedAt } = certificate;
  const period = from === until ? chineseDay(from) : `${chineseDay(from)}至${chineseDay(until)}`;
  return {
    name: `志愿服务记录证明-${name}`,
    title: '志愿服务记录证明',
    paragraphs: [
      `兹证明 ${name} 于${period}在${community}参加志愿服务 ${services.length} 次，经组织者核实，服务时长共 ${spokenMinutes(minutes)}（${minutes} 分钟）。服务记录如下：`,
    ],
    rows: services.map(({ day, title, minutes: each }) => [chineseDay(day), title, spokenMinutes(each)]),
    issuer: community,
    issued: `${chineseDay(chinaDay(issuedAt))}（${exactTime(issuedAt)}）`,
    footer: [
      `证明编号 ${spokenCode(code)}`,
      '查验方法：打开微信小程序「随手拍」→ 我的 → 志愿服务 → 查验证明，扫右边的码或输入编号，任何人不用登录都可以查。更正过的证明会显示已作废。',
      '依据《志愿服务条例》第十九条，本证明无偿、如实出具。',
    ],
    square: certificateSquare(code),
    issuedAt: new Date(issuedAt),
  };
};

const each = ({ title, paragraphs, rows, issuer, issued, footer }: CertificateDocument): string[] => [
  ...[title, issuer, issued, ...paragraphs, ...rows.flat(), ...footer],
];

/** Every text of the document, for the font. */
export const textOf = (content: CertificateDocument): string =>
  `${each(content).join('')}${pageWords('0', '0')}123456789`;

export const pageWords = (current: string, total: string): string => `第 ${current} 页，共 ${total} 页`;

/** The document with every text changed in the same way. */
export const eachText = (content: CertificateDocument, change: (text: string) => string): CertificateDocument => ({
  ...content,
  title: change(content.title),
  paragraphs: content.paragraphs.map(change),
  rows: content.rows.map(([day, title, length]) => [change(day), change(title), change(length)]),
  issuer: change(content.issuer),
  issued: change(content.issued),
  footer: content.footer.map(change),
});

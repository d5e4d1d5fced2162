import { fileNameOf } from '@suishoupai/shared/media/files';
import { type Attachment, attachmentNote } from '@suishoupai/shared/meetings/attachments';
import type { Quorum } from '@suishoupai/shared/meetings/contract';
import { meetingKindLabels } from '@suishoupai/shared/meetings/labels';
import { quorumNeeded } from '@suishoupai/shared/meetings/rules';
import { chinaWall, dayName } from '@suishoupai/shared/time/china';
import { hourMs, minuteMs } from '@suishoupai/shared/time/units';
import { type MeetingRecord, type MinutesRecord, signaturesOf } from '../record.ts';
import { totalOf } from '../view.ts';

/** The words of a document, before anybody lays them out. */
export type MinutesDocument = {
  name: string;
  title: string;
  subtitle: string;
  facts: readonly (readonly [label: string, words: string])[];
  agenda: readonly string[];
  sections: readonly { heading: string; paragraphs: readonly string[] }[];
  resolutions: readonly string[];
  /** What hangs on it, each with the digest of its bytes. */
  attachments: readonly { file: string; digest: string }[];
  signatures: readonly (readonly [role: string, name: string, at: string])[];
  version: string;
  hash: string;
  /** When the last of the two signed: the only time in the file, so that two downloads are one and the same. */
  sealedAt: Date;
};

const twoDigits = (value: number) => String(value).padStart(2, '0');

const clockOf = (iso: string): string => {
  const { ms } = chinaWall(iso);
  return `${twoDigits(Math.floor(ms / hourMs))}:${twoDigits(Math.floor((ms % hourMs) / minuteMs))}`;
};
const dateOf = (iso: string): string => {
  const [year, month, day] = dayName(chinaWall(iso).day).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
const whenOf = (iso: string): string => `${dateOf(iso)} ${clockOf(iso)}`;

const spanOf = ({ startsAt, endsAt }: MeetingRecord): string =>
  dateOf(startsAt) === dateOf(endsAt)
    ? `${whenOf(startsAt)} 至 ${clockOf(endsAt)}`
    : `${whenOf(startsAt)} 至 ${whenOf(endsAt)}`;

const attendanceWords = ({ attendance: total }: MinutesRecord, { attendance: counts }: MeetingRecord): string => {
  const isSplit = counts !== undefined && totalOf(counts) === total;
  return isSplit
    ? `${total} 人（现场签到 ${counts.onSpot}，线上 ${counts.online}，纸质登记 ${counts.paper}）`
    : `${total} 人`;
};

const quorumWords = (quorum: Quorum, present: number): string => {
  const { expected, numerator, denominator, kind, source } = quorum;
  const needed = quorumNeeded(quorum);
  const share = `${kind === 'atLeast' ? '至少' : '超过'} ${numerator}/${denominator}`;
  const outcome = present >= needed ? '达到' : '未达到';
  return `应到 ${expected} 人，${share}，即 ${needed} 人（${source}）；${outcome}`;
};

const attachedFile = (attachment: Attachment) => ({
  file: `${fileNameOf(attachment)}（${attachmentNote(attachment)}）`,
  digest: attachment.sha256,
});

/** The minutes of a meeting as a document: nothing in it that changes after both have signed. */
export const minutesDocument = (community: string, meeting: MeetingRecord, minutes: MinutesRecord): MinutesDocument => {
  const { title, kind, place, online, chair, recorder, invited, quorum, agenda } = meeting;
  const { sections, resolutions, photos, attachments = [] } = minutes.body;
  const signatures = signaturesOf(meeting, minutes.number);
  return {
    name: `${title}-会议纪要-第${minutes.number}版`,
    title,
    subtitle: `${community} · ${meetingKindLabels[kind]} · 会议纪要`,
    facts: [
      ['时间', spanOf(meeting)],
      ['地点', online === undefined ? place : `${place}；线上：${online}`],
      ['参会范围', invited],
      ['主持人', chair],
      ['记录人', recorder],
      ['到会', attendanceWords(minutes, meeting)],
      ...(quorum === undefined ? [] : [['到会要求', quorumWords(quorum, minutes.attendance)] as const]),
      ...(minutes.reason === undefined ? [] : [['更正原因', minutes.reason] as const]),
      ...(photos.length === 0 ? [] : [['照片', `${photos.length} 张，见小程序中的会议页`] as const]),
    ],
    agenda: agenda.map((item) => item.title),
    sections: sections.map(({ heading, words }) => ({
      heading,
      paragraphs: words.split('\n').filter((line) => line.trim() !== ''),
    })),
    resolutions: resolutions.map(({ words }) => words),
    attachments: attachments.map(attachedFile),
    signatures: signatures.map(({ role, name, at }) => [role === 'chair' ? '主持人' : '记录人', name, whenOf(at)]),
    version: `第 ${minutes.number} 版`,
    hash: minutes.hash,
    sealedAt: new Date(signatures.at(-1)?.at ?? minutes.at),
  };
};

/** Fixed words of the layouts; the font holds these characters besides those of the minutes. */
export const layoutWords = {
  agenda: '议程',
  resolutions: '决议',
  noResolutions: '本次会议没有形成决议。',
  attachments: '附件',
  digest: (digest: string) => `SHA-256 ${digest}`,
  signatures: '签字',
  page: (current: string, total: string) => `第 ${current} 页，共 ${total} 页`,
  hash: (hash: string) => `指纹 SHA-256 ${hash}`,
} as const;

/** Every text of the document, for the font. */
export const textOf = (content: MinutesDocument): string => {
  const { title, subtitle, facts, agenda, sections, resolutions, attachments, signatures, version } = content;
  const { page, hash, digest, ...fixed } = layoutWords;
  return [
    ...[title, subtitle, version, page('0', '0'), hash(content.hash), ...Object.values(fixed)],
    ...[...facts.flat(), ...agenda, ...resolutions, ...signatures.flat()],
    ...sections.flatMap(({ heading, paragraphs }) => [heading, ...paragraphs]),
    ...attachments.flatMap((each) => [each.file, digest(each.digest)]),
    '0123456789. ',
  ].join('');
};

/** The document with every text changed in the same way. */
export const eachText = (content: MinutesDocument, change: (text: string) => string): MinutesDocument => ({
  ...content,
  title: change(content.title),
  subtitle: change(content.subtitle),
  facts: content.facts.map(([label, words]) => [change(label), change(words)]),
  agenda: content.agenda.map(change),
  sections: content.sections.map(({ heading, paragraphs }) => ({
    heading: change(heading),
    paragraphs: paragraphs.map(change),
  })),
  resolutions: content.resolutions.map(change),
  attachments: content.attachments.map(({ file, digest }) => ({ file: change(file), digest })),
  signatures: content.signatures.map(([role, name, at]) => [change(role), change(name), at]),
});

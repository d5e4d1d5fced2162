import type { Meeting, MinutesVersion } from '@suishoupai/shared/meetings/contract';
import { signatureRoleLabels } from '@suishoupai/shared/meetings/labels';
import { exactTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { AttachmentRows } from '../../../attachments/attachment-rows.tsx';
import { open, routes } from '../../../routes.ts';
import { Banner } from '../../../ticket/banners.tsx';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { ListRow } from '../../../ui/list-row.tsx';
import { PhotoStrip } from '../../../ui/photo-strip.tsx';
import { Rows } from '../../../ui/rows.tsx';
import { Prose } from '../../prose.tsx';
import { Stack } from '../../stack.tsx';
import styles from './minutes-card.module.scss';

type Props = { meeting: Meeting; onDownload: (number: number, format: 'pdf' | 'docx') => void };

const isSigned = ({ signatures }: MinutesVersion): boolean => signatures.length === 2;

/** What was resolved, and what becomes of it. */
const Resolutions = ({ minutes: { body } }: { minutes: MinutesVersion }) =>
  body.resolutions.length === 0 ? null : (
    <Card isTight title="决议">
      <Rows>
        {body.resolutions.map(({ id, words, topicId }, index) => {
          const said = `${index + 1}. ${words}`;
          return topicId === undefined ? (
            <View key={id} className={styles['resolution']}>
              <Text>{said}</Text>
            </View>
          ) : (
            <ListRow key={id} title={said} note="看落实到哪一步" onPress={() => open(routes.topic(topicId))} />
          );
        })}
      </Rows>
    </Card>
  );

/** The minutes that stand, with who signed them, and as documents. */
export const MinutesCards = ({ meeting, onDownload }: Props) => {
  const { minutes, photos, versions, id } = meeting;
  if (minutes === undefined) return null;
  const { body, number, hash, signatures, isIntact } = minutes;
  return (
    <>
      {!isIntact && (
        <Banner tone="warn" icon="triangle-alert" text="这一版纪要和指纹对不上，不能作为依据，正在查明。" />
      )}
      <Resolutions minutes={minutes} />
      <Card title="会议纪要" aside={`第 ${number} 版`}>
        <Stack>
          {body.sections.map(({ heading, words }) => (
            <View key={heading} className={styles['section']}>
              <Text className={styles['heading']}>{heading}</Text>
              <Prose text={words} />
            </View>
          ))}
          {photos.length > 0 && (
            <PhotoStrip
              label="会议照片"
              photos={photos.map((photo) => ({ id: photo.id, url: photo.url, thumbUrl: photo.thumb }))}
            />
          )}
          <Prose
            isQuiet
            text={[
              ...signatures.map(({ role, name, at }) => `${signatureRoleLabels[role]} ${name} ${exactTime(at)} 签字`),
              `指纹 ${hash.slice(0, 16)}，改一个字就会变`,
            ].join('\n')}
          />
          {isSigned(minutes) && isIntact && (
            <View className={styles['files']}>
              <Button
                look="ghost"
                icon="download"
                text="PDF"
                label="下载纪要 PDF"
                onPress={() => onDownload(number, 'pdf')}
              />
              <Button
                look="ghost"
                icon="download"
                text="Word"
                label="下载纪要 Word 文档"
                onPress={() => onDownload(number, 'docx')}
              />
            </View>
          )}
        </Stack>
      </Card>
      {body.attachments !== undefined && (
        <Card isTight title="附件" aside={`${body.attachments.length} 个`}>
          <AttachmentRows meetingId={id} number={number} attachments={body.attachments} />
        </Card>
      )}
      {versions > 0 && (
        <Card isTight>
          <ListRow
            icon="file-text"
            title="纪要的各个版本"
            note={`共 ${versions} 版，每一版改了什么都看得到`}
            onPress={() => open(routes.minutesVersions(id))}
          />
        </Card>
      )}
    </>
  );
};

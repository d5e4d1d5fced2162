import type { MeetingId } from '@suishoupai/shared/ids';
import type { MinutesVersion } from '@suishoupai/shared/meetings/contract';
import { signatureRoleLabels } from '@suishoupai/shared/meetings/labels';
import { exactTime } from '@suishoupai/shared/time/china';
import { Text, View } from '@tarojs/components';
import { AttachmentRows } from '../../../attachments/attachment-rows.tsx';
import { Card } from '../../../ui/card.tsx';
import { Chip } from '../../../ui/chip.tsx';
import { cx } from '../../../ui/cx.ts';
import styles from '../../council.module.scss';

/** A version of the minutes, whole, with its signatures and the short of its hash. */
export const VersionCard = ({ meetingId, version }: { meetingId: MeetingId; version: MinutesVersion }) => {
  const { number, at, author, reason, attendance, body, signatures, hash, isIntact } = version;
  return (
    <Card title={`第 ${number} 版`} aside={`到会 ${attendance} 人`}>
      <View className={styles['stack']}>
        <Text
          className={styles['quiet']}
        >{`${author} ${exactTime(at)} 写${reason === undefined ? '' : `，因为：${reason}`}`}</Text>
        {!isIntact && (
          <View className={styles['line']}>
            <Chip text="和指纹对不上，不能用" tone="late" icon="triangle-alert" />
          </View>
        )}
        {body.sections.map(({ heading, words }) => (
          <View key={heading}>
            <Text className={styles['strong']}>{heading}</Text>
            <View>
              <Text className={styles['words']}>{words}</Text>
            </View>
          </View>
        ))}
        {body.resolutions.map(({ id, words }, index) => (
          <View key={id} className={styles['sunk']}>
            <Text className={styles['strong']}>{`决议 ${index + 1}`}</Text>
            <Text className={styles['words']}>{words}</Text>
          </View>
        ))}
        {body.attachments !== undefined && (
          <AttachmentRows meetingId={meetingId} number={number} attachments={body.attachments} />
        )}
        <View className={cx(styles['line'], styles['signers'])}>
          {signatures.map(({ role, name }) => (
            <Chip key={role} text={`${signatureRoleLabels[role]} ${name} 已签`} tone="brand" icon="check" />
          ))}
        </View>
        <Text className={styles['quiet']}>{`指纹 ${hash.slice(0, 16)}`}</Text>
      </View>
    </Card>
  );
};

import { fileLimits } from '@suishoupai/shared/media/files';
import type { Attachment } from '@suishoupai/shared/meetings/attachments';
import { meetingLimits } from '@suishoupai/shared/meetings/limits';
import { Text, View } from '@tarojs/components';
import { Button } from '../../../../ui/button.tsx';
import { Card } from '../../../../ui/card.tsx';
import { Field } from '../../../../ui/field.tsx';
import { LineBox } from '../../../../ui/line-box.tsx';
import { Slot } from '../../../../ui/slot.tsx';
import styles from '../../../council.module.scss';
import { type DraftFile, noteOf } from '../_files/draft-file.ts';
import type { Files } from '../_files/use-files.ts';

type Named = Pick<Attachment, 'name' | 'kind' | 'size'> & Partial<Pick<DraftFile, 'state' | 'reason'>>;

type LineProps = {
  file: Named;
  number: number;
  isStill: boolean;
  onRename: (name: string) => void;
  onRetry?: () => void;
  onRemove: () => void;
};

const FileLine = ({ file, number, isStill, onRename, onRetry, onRemove }: LineProps) => (
  <View className={styles['file']}>
    <LineBox
      icon="file-text"
      value={file.name}
      onChange={onRename}
      maxLength={fileLimits.name}
      placeholder="附件叫什么"
      label={`附件 ${number} 名称`}
      isDisabled={isStill}
    />
    <View className={styles['ends']}>
      <Text className={styles['quiet']}>{noteOf(file)}</Text>
      <View className={styles['pair']}>
        <Slot>
          {file.state === 'failed' && onRetry !== undefined && (
            <Button
              look="plain"
              icon="rotate-cw"
              text="重试"
              label={`重传附件 ${number}`}
              isDisabled={isStill}
              onPress={onRetry}
            />
          )}
        </Slot>
        <Button
          look="plain"
          icon="trash-2"
          text="删掉"
          label={`删掉附件 ${number} ${file.name}`}
          isDisabled={isStill}
          onPress={onRemove}
        />
      </View>
    </View>
    <Slot>{file.reason !== undefined && <Field error={file.reason} />}</Slot>
  </View>
);

type Props = {
  /** What the version before has, as it is to stay. */
  hung: readonly Attachment[];
  onHung: (hung: Attachment[]) => void;
  files: Files;
  isStill: boolean;
};

/** Files beside the minutes: those of the version before and new ones, each with a name that can be changed. */
export const AttachmentsCard = ({ hung, onHung, files, isStill }: Props) => {
  const count = hung.length + files.files.length;
  return (
    <Card title="附件" aside={`${count} / ${meetingLimits.attachments}`}>
      <View className={styles['stack']}>
        <Text className={styles['quiet']}>
          {`PDF、Word（docx）、Excel（xlsx），每个不超过 ${fileLimits.maxBytes / 1024 / 1024}\u00a0MB。双签以后谁都能下载，文件的指纹写进这一版纪要。`}
        </Text>
        <Slot>
          {hung.map((file, index) => (
            <FileLine
              key={file.id}
              file={file}
              number={index + 1}
              isStill={isStill}
              onRename={(name) => onHung(hung.map((each) => (each.id === file.id ? { ...each, name } : each)))}
              onRemove={() => onHung(hung.filter(({ id }) => id !== file.id))}
            />
          ))}
        </Slot>
        <Slot>
          {files.files.map((file, index) => (
            <FileLine
              key={file.id}
              file={file}
              number={hung.length + index + 1}
              isStill={isStill}
              onRename={(name) => files.rename(file.id, name)}
              onRetry={() => files.retry(file.id)}
              onRemove={() => files.remove(file.id)}
            />
          ))}
        </Slot>
        <Slot>
          {!files.isFull && (
            <Button look="soft" icon="plus" text="加附件" isDisabled={isStill} onPress={() => void files.add()} />
          )}
        </Slot>
      </View>
    </Card>
  );
};

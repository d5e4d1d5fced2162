import type { MeetingId } from '@suishoupai/shared/ids';
import { type Attachment, attachmentNote } from '@suishoupai/shared/meetings/attachments';
import { Icon } from '../ui/icon/icon.tsx';
import { ListRow } from '../ui/list-row.tsx';
import { Rows } from '../ui/rows.tsx';
import { useOpening } from './use-opening.ts';

type Props = { meetingId: MeetingId; number: number; attachments: readonly Attachment[] };

/** The files of a version of the minutes; a tap opens one, in a browser downloads it. */
export const AttachmentRows = ({ meetingId, number, attachments }: Props) => {
  const { opening, openFile } = useOpening({ meetingId, number });
  return (
    <Rows>
      {attachments.map((attachment) => {
        const { id, name } = attachment;
        const isOpening = opening === id;
        const note = isOpening ? '正在下载…' : attachmentNote(attachment);
        return (
          <ListRow
            key={id}
            icon="file-text"
            title={name}
            note={note}
            label={`打开附件 ${name}，${note}`}
            role="button"
            end={<Icon name={isOpening ? 'loader-circle' : 'download'} isSpinning={isOpening} />}
            onPress={() => void openFile(id)}
          />
        );
      })}
    </Rows>
  );
};

import type { MediaId, MeetingId } from '@suishoupai/shared/ids';
import { meetingRoutes } from '@suishoupai/shared/meetings/routes';
import { useState } from 'react';
import { call } from '../api/client.ts';
import { openLinkedFile } from '../platform/open-file.ts';
import { notifyError } from '../ui/notify.ts';

type Hanging = { meetingId: MeetingId; number: number };

const fetchLink = ({ meetingId, number }: Hanging, mediaId: MediaId) =>
  call(meetingRoutes.openAttachment, { params: { meetingId, number: String(number), mediaId } });

/** Opens a file of a version of the minutes, one at a time; the link is asked for anew with every tap. */
export const useOpening = (of: Hanging, ask = fetchLink, open = openLinkedFile) => {
  const [opening, setOpening] = useState<MediaId>();
  const openFile = async (mediaId: MediaId): Promise<void> => {
    if (opening !== undefined) return;
    setOpening(mediaId);
    try {
      const { url, name } = await ask(of, mediaId);
      await open(url, name);
    } catch (error) {
      notifyError(error);
    } finally {
      setOpening(undefined);
    }
  };
  return { opening, openFile };
};

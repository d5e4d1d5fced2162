import type { DepartmentId, TicketId } from '@suishoupai/shared/ids';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../api/client.ts';
import { usePhotos } from '../photos/use-photos.ts';
import { notify } from '../ui/notify.ts';
import { missingOf, waitingFor } from './forms.ts';
import { isBlank, keepReply, keptReply } from './kept.ts';

/** What is being written for one step, kept on the phone until the step is answered. */
export const useReply = (ticketId: TicketId, step: PersonStep) => {
  const personId = useMe()?.id;
  const [kept] = useState(() => keptReply({ ticketId, personId }, step));
  const [note, setNote] = useState(kept?.note ?? '');
  const [departmentId, setDepartment] = useState<DepartmentId | undefined>(kept?.departmentId);
  const [stars, setStars] = useState<number | undefined>(kept?.stars);
  const photos = usePhotos({ max: mediaLimits.maxPerStep, initial: kept?.photos ?? [] });

  const reply = { step, note, photos: [...photos.photos], departmentId, stars };
  const written = JSON.stringify(reply);
  const saved = useRef(written);
  const hasWarned = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `written` is the reply by value
  useEffect(() => {
    if (written === saved.current) return;
    saved.current = written;
    const isKept = keepReply({ ticketId, personId }, isBlank(reply) ? undefined : reply);
    if (!isKept && !hasWarned.current) notify('手机存储已满，离开后这里的内容会丢失');
    hasWarned.current = !isKept;
  }, [written]);

  const content = { note, photoIds: photos.photos.map(({ id }) => id), departmentId, stars };
  const missing = waitingFor(photos.photos) ?? missingOf(step, content);
  return { note, setNote, departmentId, setDepartment, stars, setStars, photos, content, missing };
};

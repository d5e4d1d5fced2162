import type { DepartmentId, TicketId } from '@suishoupai/shared/ids';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useEffect, useRef, useState } from 'react';
import { usePhotos } from '../photos/use-photos.ts';
import { notify } from '../ui/notify.ts';
import { missingOf } from './forms.ts';
import { isBlank, keepDraft, keptDraft } from './kept.ts';

/** What is being written for one step, kept on the phone until the step is answered. */
export const useReply = (ticketId: TicketId, step: PersonStep) => {
  const [kept] = useState(() => keptDraft(ticketId, step));
  const [note, setNote] = useState(kept?.note ?? '');
  const [departmentId, setDepartment] = useState<DepartmentId | undefined>(kept?.departmentId);
  const [stars, setStars] = useState<number | undefined>(kept?.stars);
  const photos = usePhotos({ max: mediaLimits.maxPerStep, initial: kept?.photos ?? [] });

  const draft = { step, note, photos: [...photos.kept], departmentId, stars };
  const written = JSON.stringify(draft);
  const saved = useRef(written);
  const hasWarned = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `written` is the draft by value
  useEffect(() => {
    if (written === saved.current) return;
    saved.current = written;
    const isKept = keepDraft(ticketId, isBlank(draft) ? undefined : draft);
    if (!isKept && !hasWarned.current) notify('手机存储已满，离开后这里的内容会丢失');
    hasWarned.current = !isKept;
  }, [written]);

  const content = { note, photoIds: photos.cleanIds, departmentId, stars };
  const hasBadPhoto = photos.photos.some(({ state }) => state === 'failed' || state === 'refused');
  const missing = photos.isBusy
    ? '照片还在上传，请稍等'
    : hasBadPhoto
      ? '有照片没传上去，请重试或删掉它'
      : missingOf(step, content);
  return { note, setNote, departmentId, setDepartment, stars, setStars, photos, content, missing };
};

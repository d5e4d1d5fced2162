import type { TicketId } from '@suishoupai/shared/ids';
import { mediaLimits } from '@suishoupai/shared/media/limits';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '../api/client.ts';
import { useOnline } from '../load/use-online.ts';
import { goesWhen } from '../photos/goes-when.ts';
import { usePhotos } from '../photos/use-photos.ts';
import { notify } from '../ui/notify.ts';
import type { StepContent, StepFields } from './content.ts';
import { isBlank, keepReply, keptReply } from './kept.ts';
import { missingOf, waitingFor } from './missing.ts';

/** What is being written for one step, kept on the phone until the step is answered. */
export const useReply = (ticketId: TicketId, step: PersonStep) => {
  const personId = useMe()?.id;
  const [kept] = useState(() => keptReply({ ticketId, personId }, step));
  const [note, setNote] = useState(kept?.note ?? '');
  const [fields, setFields] = useState<StepFields>(kept?.fields ?? {});
  const photos = usePhotos({ max: mediaLimits.maxPerStep, initial: kept?.photos ?? [] });

  const reply = { step, note, photos: [...photos.photos], fields };
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

  const isOnline = useOnline();
  const isLater = goesWhen(photos.photos, isOnline) === 'later';
  const held = photos.photos.filter(({ state }) => !isLater || state === 'refused');
  const content: StepContent = { ...fields, note, photoIds: photos.photos.map(({ id }) => id) };
  return {
    note,
    setNote,
    fields,
    setFields: (change: StepFields) => setFields((before) => ({ ...before, ...change })),
    photos,
    content,
    missing: waitingFor(held) ?? missingOf(step, content),
  };
};

import type { CommunityId } from '@suishoupai/shared/ids';
import { type Point, placesRoutes } from '@suishoupai/shared/places/contract';
import type { EnteredReport, TicketView } from '@suishoupai/shared/tickets/contract';
import { ticketLimits } from '@suishoupai/shared/tickets/limits';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import { useEffect, useState } from 'react';
import { ApiError, isUndecided } from '../../../api/api-error.ts';
import { call, useMe } from '../../../api/client.ts';
import { pickPlace } from '../../../forms/pick-place.ts';
import { useCommunityLists } from '../../../load/use-community-lists.ts';
import { usePhotos } from '../../../photos/use-photos.ts';
import { freshTicketId } from '../../../platform/new-id.ts';
import { readStored, writeStored } from '../../../state/storage.ts';
import { confirmed, notifyError } from '../../../ui/notify.ts';
import { blank, bodyOf, Entering, missingWords } from '../entering.ts';

const service = {
  locate: ({ lng, lat, datum }: Point) => call(placesRoutes.locate, { query: { lng, lat, datum } }),
  enter: (body: EnteredReport): Promise<TicketView> => call(ticketRoutes.enterTicket, { body }),
  freshTicketId,
};

/** What somebody says, written down by staff; kept on the phone until it is answered. */
export const useEnter = (
  communityId: CommunityId,
  onDone: (ticket: TicketView) => void,
  { locate, enter, freshTicketId: freshId } = service,
) => {
  const key = `entering:${useMe()?.id}`;
  const [entering, setEntering] = useState(() => readStored(key, Entering) ?? blank);
  const photos = usePhotos({ max: ticketLimits.photos, initial: entering.photos });
  const [isSubmitting, setSubmitting] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const whole: Entering = { ...entering, photos: [...photos.photos] };
  const written = JSON.stringify(whole);
  const [isSaved, setSaved] = useState(true);
  const { view } = useCommunityLists(entering.place?.community?.id ?? communityId);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `written` is the draft by value
  useEffect(() => {
    setSaved(writeStored(key, written === JSON.stringify(blank) ? undefined : whole));
  }, [written]);

  const change = (next: Partial<Entering>) => {
    setRefusal(undefined);
    setEntering((before) => ({ ...before, ...next }));
  };

  const placed = async (point: Point): Promise<Entering['place']> => {
    const { community, grid } = await locate(point);
    const place = { point, community, ...(grid === undefined ? {} : { grid }) };
    change({ place });
    return place;
  };

  const pick = async () => {
    try {
      const picked = await pickPlace();
      if (picked === undefined) return;
      const label = picked.label.trim().slice(0, ticketLimits.placeLabel);
      change({ place: { point: picked.point }, ...(label === '' ? {} : { label }) });
      await placed(picked.point);
    } catch (error) {
      if (error instanceof ApiError && error.code === 'place.outside') change({ place: undefined });
      notifyError(error);
    }
  };

  const prepare = async (): Promise<EnteredReport | undefined> => {
    if (entering.attempt !== undefined) return entering.attempt;
    const place =
      entering.place?.community === undefined ? entering.place && (await placed(entering.place.point)) : entering.place;
    if (place?.community === undefined) return undefined;
    const body = bodyOf({ ...whole, place }, await freshId(place.community.id));
    // Written down before it is sent, so that the next start of the program repeats this one.
    if (body !== undefined) writeStored(key, { ...whole, place, attempt: body });
    if (body !== undefined) change({ place, attempt: body });
    return body;
  };

  const submit = async () => {
    if (isSubmitting || (entering.attempt === undefined && missingWords(whole) !== undefined)) return;
    setSubmitting(true);
    try {
      const body = await prepare();
      if (body === undefined) return;
      const ticket = await enter(body);
      writeStored(key, undefined);
      onDone(ticket);
    } catch (error) {
      notifyError(error);
      if (isUndecided(error)) return;
      change({ attempt: undefined });
      if (error instanceof ApiError)
        setRefusal([error.message, ...error.details.map(({ message }) => message)].join('\n'));
    } finally {
      setSubmitting(false);
    }
  };

  const startOver = async () => {
    const text =
      entering.attempt === undefined
        ? '写的内容会清空，找不回来。'
        : '上一次可能已经录成了，可到「全部在办」里看一看。';
    if (await confirmed({ title: '清空重来？', text, yes: '清空' })) {
      for (const { id } of photos.photos) photos.remove(id);
      setEntering(blank);
      setRefusal(undefined);
    }
  };

  return {
    entering: whole,
    lists: view.state === 'ready' ? view.data : undefined,
    photos,
    change,
    pick,
    submit,
    startOver,
    isSubmitting,
    /** Sent, and no answer came: nothing may be changed. */
    isLocked: entering.attempt !== undefined,
    isSaved,
    missing: entering.attempt === undefined ? missingWords(whole) : undefined,
    refusal,
  };
};

export type Enter = ReturnType<typeof useEnter>;

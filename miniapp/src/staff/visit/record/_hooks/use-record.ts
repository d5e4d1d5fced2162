import { fieldworkRoutes, type Visit } from '@suishoupai/shared/fieldwork/contract';
import type { CommunityId, GridId } from '@suishoupai/shared/ids';
import { call, useMe } from '../../../../api/client.ts';
import { useKept } from '../../../../forms/use-kept.ts';
import { useSending } from '../../../../forms/use-sending.ts';
import { freshTicketId, freshVisitId } from '../../../../platform/new-id.ts';
import { back } from '../../../../routes.ts';
import { confirmed, notify } from '../../../../ui/notify.ts';
import {
  afterRefusal,
  blankDraft,
  bodyOf,
  changedLine,
  Draft,
  type Line,
  lineRefused,
  missingIn,
  VisitBody,
  withLine,
  withoutLine,
} from '../draft.ts';

const sendVisit = (body: VisitBody): Promise<Visit> => call(fieldworkRoutes.recordVisit, { body });

/** A visit being written down, kept on the phone until the service has it. */
export const useRecord = (communityId: CommunityId, gridId: GridId, send = sendVisit) => {
  const about = `${gridId}:${useMe()?.id}`;
  const { value: draft, setValue, clear } = useKept(`visit:${about}`, Draft, blankDraft);
  const sending = useSending({
    key: `visit-sent:${about}`,
    schema: VisitBody,
    send,
    onDone: ({ items }) => {
      clear();
      const tickets = items.filter(({ ticket }) => ticket !== undefined).length;
      notify(tickets === 0 ? '记下了，每一件都有答复' : `记下了，${tickets} 件已转工单`);
      back();
    },
    onRefused: ({ code, details }) => setValue((before) => afterRefusal(before, code, details)),
  });
  const { refusal } = sending;

  const drop = async (id: string) => {
    if (await confirmed({ title: '删掉这一件？', text: '写的内容找不回来。', yes: '删掉' }))
      setValue((before) => withoutLine(before, id));
  };

  return {
    draft,
    sending,
    change: (change: Partial<Draft>) => setValue((before) => ({ ...before, ...change })),
    changeLine: (id: string, change: (line: Line) => Line) => setValue((before) => changedLine(before, id, change)),
    add: async () => {
      const ticketId = await freshTicketId(communityId);
      setValue((before) => withLine(before, ticketId));
    },
    drop,
    /** The line that would not do. */
    wrong: refusal && lineRefused(refusal.details),
    missing: sending.isLocked ? undefined : missingIn(draft, communityId),
    submit: () =>
      sending.submit(async () =>
        bodyOf(draft, { id: await freshVisitId(communityId), communityId, gridId, now: new Date().toISOString() }),
      ),
  };
};

export type Record = ReturnType<typeof useRecord>;

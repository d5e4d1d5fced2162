import { TicketId } from '@suishoupai/shared/ids';
import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { useRouter } from '@tarojs/taro';
import { giveReported } from '../../../draft/just-reported.ts';
import { reportDraft } from '../../../draft/report-draft.ts';
import { useOnline } from '../../../load/use-online.ts';
import type { OutboxItem } from '../../../outbox/outbox.ts';
import { outbox } from '../../../outbox/phone-outbox.ts';
import { useDeparture, useOutbox } from '../../../outbox/use-outbox.ts';
import { open, replace, routes } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { keepReply, replyOf } from '../../../ticket/kept.ts';
import { confirmed, notify } from '../../../ui/notify.ts';

const sayWhy = {
  network: '还是没有网络，有网时自动发出',
  signIn: '先登录，再发出',
  busy: '服务暂时没有响应，会自动再试',
};

export const useOutboxPage = (source = outbox, draft = reportDraft) => {
  const items = useOutbox();
  const isOnline = useOnline();
  const now = useNow();
  const { just } = useRouter().params;

  // What was put here a moment ago ends as every report does.
  useDeparture(({ entry, answer }) => {
    if (entry.key !== just || entry.kind !== 'report') return;
    const ticket = answer as TicketView;
    giveReported(ticket);
    replace(routes.reported(ticket.id));
  });

  const sendNow = async () => {
    const why = await source.flush();
    if (why === 'signIn') open(routes.signIn());
    if (why !== undefined) notify(sayWhy[why]);
  };

  const mend = async (item: OutboxItem) => {
    const { key, kind, personId, from } = item;
    if (kind !== 'report') {
      const reply = replyOf(item);
      const ticketId = TicketId.safeParse(item.lane);
      // What no form takes back stays here.
      if (reply !== undefined && ticketId.success && keepReply({ ticketId: ticketId.data, personId }, reply))
        source.remove(key);
      open(from);
      return;
    }
    const isFree =
      draft.isUntouched() ||
      (await confirmed({
        title: '换掉正在写的草稿？',
        text: '现在有一份没写完的上报，换上这一份后就找不回来了。',
        yes: '换上这一份',
      }));
    if (isFree) replace(routes.report(key));
  };

  const giveUp = async ({ key, state }: OutboxItem) => {
    const text =
      state === 'refused'
        ? '写的话和照片会从手机里删掉，找不回来。'
        : '如果之前发过而没收到回音，对方可能已经收到。写的话和照片会从手机里删掉，找不回来。';
    if (!(await confirmed({ title: '不发了，删掉？', text, yes: '删掉' }))) return;
    if (!source.discard(key)) notify('正在发送，请稍等');
  };

  return { items, isOnline, now, just, sendNow, mend, giveUp };
};

export type OutboxPage = ReturnType<typeof useOutboxPage>;

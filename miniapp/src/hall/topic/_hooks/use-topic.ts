import type { TopicId } from '@suishoupai/shared/ids';
import type { Topic } from '@suishoupai/shared/topics/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { useShareAppMessage } from '@tarojs/taro';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { outbox } from '../../../outbox/phone-outbox.ts';
import { useDeparture, useOutbox } from '../../../outbox/use-outbox.ts';
import { open, routes } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { confirmed, notify } from '../../../ui/notify.ts';

const service = {
  get: (topicId: TopicId): Promise<Topic> => call(topicRoutes.getTopic, { params: { topicId } }),
};

/** A topic as this person may see it, and what they may do beside talking: support, take back, rate. */
export const useTopic = (topicId: TopicId, { get } = service, box = outbox) => {
  const me = useMe();
  const now = useNow();
  const { view, reload, show } = useLoad(`${topicId} ${me?.id}`, () => get(topicId), { reloadOnShow: true });
  useRefresh(reload);
  const { running, act } = useAct();
  const [isRating, setRating] = useState(false);
  const topic = view.state === 'ready' ? view.data : undefined;
  const isSupportWaiting = useOutbox(topicId).some(({ kind, state }) => kind === 'support' && state !== 'refused');

  useDeparture(({ entry, isWatched }) => {
    if (!isWatched && entry.lane === topicId && entry.kind === 'support') void reload();
  });
  useShareAppMessage(() =>
    topic?.title === undefined
      ? { path: routes.hall() }
      : { title: `${topic.title}，您怎么看？`, path: routes.topic(topicId) },
  );

  const sendSupport = (before: Topic) =>
    act('support', async (id) => {
      const given = {
        title: `附议：${before.title ?? '议题'}`,
        params: { topicId },
        body: { id },
        lane: topicId,
        from: routes.topic(topicId),
      };
      const sent = await box.send('support', given);
      switch (sent.kind) {
        case 'answered': {
          const { supports, state } = sent.answer;
          show({ ...before, ...sent.answer, isSupported: true, may: before.may.filter((each) => each !== 'support') });
          notify(state === 'supported' ? `已附议，满 ${supports} 人，社区必须答复` : '已附议');
          await reload();
          return;
        }
        case 'waiting':
          notify('已存在手机里，有网时自动发出');
          return;
        case 'unkept':
          notify('没有发出去，请再点一次');
          return;
        case 'refused':
          box.remove(id);
          throw sent.error;
        default:
          sent satisfies never;
      }
    });

  const support = async () => {
    if (topic === undefined) return;
    if (me === undefined) return open(routes.signIn());
    if (topic.may.includes('support')) return void (await sendSupport(topic));
    const isWilling = await confirmed({
      title: '先认证住在哪一户',
      text: '本社区的居民才能附议。填一次楼栋门牌，社区核对以后就可以。',
      yes: '去认证',
    });
    if (isWilling) open(routes.household());
  };

  const withdraw = async () => {
    const isSure = await confirmed({ title: '撤回这个议题？', text: '撤回后不再征集附议，也不能恢复。', yes: '撤回' });
    if (!isSure) return;
    const after = await act('withdraw', (id) => call(topicRoutes.withdrawTopic, { params: { topicId }, body: { id } }));
    if (after !== undefined) show(after);
  };

  const rate = async (stars: number, words: string) => {
    const said = words.trim() === '' ? {} : { words };
    const ratings = await act(`rate ${stars} ${words}`, (id) =>
      call(topicRoutes.rateTopic, { params: { topicId }, body: { id, stars, ...said } }),
    );
    if (ratings === undefined || topic === undefined) return;
    show({ ...topic, ratings, myStars: stars });
    setRating(false);
    notify('谢谢您的评价');
  };

  return {
    view,
    topic,
    now,
    reload,
    running,
    isSupportWaiting,
    support: () => void support(),
    withdraw: () => void withdraw(),
    rating: {
      isOpen: isRating,
      open: () => (me === undefined ? open(routes.signIn()) : setRating(true)),
      close: () => setRating(false),
      send: (stars: number, words: string) => void rate(stars, words),
    },
  };
};

export type TopicControl = ReturnType<typeof useTopic>;

import type { ActionId, TopicId } from '@suishoupai/shared/ids';
import type { Topic } from '@suishoupai/shared/topics/contract';
import type { TopicStep } from '@suishoupai/shared/topics/paths';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import type * as z from 'zod/mini';
import { call } from '../../../api/client.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';

type Body<R extends 'refuseTopic' | 'announceTopic' | 'summariseTopic' | 'finishStep'> = Omit<
  z.input<(typeof topicStaffRoutes)[R]['body']>,
  'id' | 'version'
>;

const askTopic = (topicId: TopicId) => call(topicRoutes.getTopic, { params: { topicId } });

/** A topic and what staff do to it. Each answer is the topic as it is then; a page that is not the newest looks again. */
export const useTopic = (topicId: TopicId, ask = askTopic) => {
  const load = useLoad(topicId, () => ask(topicId), { reloadOnShow: true });
  useRefresh(load.reload);
  const { view, show } = load;
  const version = view.state === 'ready' ? view.data.version : 0;
  const deeds = useDeeds({
    onRefused: ({ code }) => ['topic.changed', 'topic.stepNotAllowed'].includes(code) && void load.reload(),
  });

  const act = (about: string, done: string, send: (seen: { id: ActionId; version: number }) => Promise<Topic>) =>
    deeds.run(about, async (id) => {
      show(await send({ id, version }));
      notify(done);
    });

  const params = { topicId };
  return {
    ...load,
    deeds,
    refuse: (body: Body<'refuseTopic'>) =>
      act('refuse', '已答复，理由大家都看得到', (seen) =>
        call(topicStaffRoutes.refuseTopic, { params, body: { ...seen, ...body } }),
      ),
    announce: (body: Body<'announceTopic'>) =>
      act('announce', '公告已发布', (seen) =>
        call(topicStaffRoutes.announceTopic, { params, body: { ...seen, ...body } }),
      ),
    summarise: (body: Body<'summariseTopic'>) =>
      act('summarise', '小结已置顶', (seen) =>
        call(topicStaffRoutes.summariseTopic, { params, body: { ...seen, ...body } }),
      ),
    finish: (step: TopicStep, body: Body<'finishStep'>) =>
      act('finish', '这一步完成了', (seen) =>
        call(topicStaffRoutes.finishStep, { params: { topicId, step }, body: { ...seen, ...body } }),
      ),
  };
};

export type TopicControl = ReturnType<typeof useTopic>;

import { representativeRoutes } from '@suishoupai/shared/households/representatives';
import type { CommunityId, TopicId } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { call } from '../../../api/client.ts';
import { useKept } from '../../../forms/use-kept.ts';
import { useLoad } from '../../../load/use-load.ts';
import { freshVoteId } from '../../../platform/new-id.ts';
import { replace, routes } from '../../../routes.ts';
import { useNow } from '../../../state/now.ts';
import { notify } from '../../../ui/notify.ts';
import { useDeeds } from '../../use-deeds.ts';
import { blankVote, bodyOf, fitting, type Matter, missingIn, timesOf, VoteDraft } from '../drafting.ts';

export type Asked = { communityId: CommunityId; topicId: TopicId | undefined };
/** `representatives`: how many are on the list today. */
export type Announced = { title: string; matters: Matter[]; representatives: number };

const askMatters = async ({ communityId, topicId }: Asked): Promise<Announced> => {
  if (communityId === '') return { title: '', matters: [], representatives: 0 };
  const { count: representatives } = await call(representativeRoutes.countRepresentatives, { params: { communityId } });
  if (topicId === undefined) return { title: '', matters: [], representatives };
  const { title = '', announcements } = await call(topicRoutes.getTopic, { params: { topicId } });
  const matters = announcements.flatMap(({ at, matters: texts }) => texts.map((text) => ({ text, at })));
  return { title, matters, representatives };
};

const askRules = (communityId: CommunityId, on: string) =>
  call(voteRoutes.listRuleSets, { query: { communityId, on } });

/** What the topic has announced; nothing else of it can be voted on. */
export const useMatters = (asked: Asked, ask = askMatters) => useLoad(asked.topicId ?? '', () => ask(asked));

const firstDraft = ({ topicId }: Asked, { title, matters }: Pick<Announced, 'title' | 'matters'>): VoteDraft => {
  const [only] = matters;
  const question = { ...blankVote.question, text: matters.length === 1 && only !== undefined ? only.text : '' };
  return topicId === undefined ? blankVote : { ...blankVote, topicId, title: title.slice(0, 60), question };
};

/** A vote in the making: the rules that fit it, when it may open, and its being announced. */
export const useVoting = (asked: Asked, announced: Announced, ask = askRules) => {
  const now = useNow();
  const { communityId, topicId } = asked;
  const kept = useKept(`vote:${communityId}:${topicId ?? ''}`, VoteDraft, firstDraft(asked, announced));
  const draft = kept.value;
  const day = chinaDay(draft.opensAt ?? now);
  const load = useLoad(`${communityId} ${day}`, () => ask(communityId, day));
  const fit = load.view.state === 'ready' ? fitting(load.view.data.items, draft) : [];
  const rules = fit.find(({ id }) => id === draft.ruleSetId) ?? fit[0];
  const times = rules === undefined ? undefined : timesOf(draft, rules, announced.matters, now);
  const deeds = useDeeds();

  const submit = () =>
    deeds.run('announce', async () => {
      if (rules === undefined || times === undefined) return;
      const id = draft.id ?? (await freshVoteId(communityId));
      // Kept before it goes out, so that the next start of the program repeats this one.
      kept.setValue({ ...draft, id, ruleSetId: rules.id, opensAt: times.opensAt, closesAt: times.closesAt });
      const body = bodyOf(draft, { id, communityId, rules, times });
      if (body === undefined) return;
      await call(voteRoutes.announceVote, { body });
      kept.clear();
      notify('表决已公告，到点自动开始、自动截止');
      replace(routes.runVote(id));
    });

  return {
    now,
    draft,
    change: (next: Partial<VoteDraft>) => kept.setValue({ ...draft, ...next }),
    rulesLoad: load,
    fit,
    rules,
    times,
    missing: load.view.state === 'loading' ? '正在查规则' : missingIn(draft, rules, times, now),
    submit,
    isSending: deeds.running === 'announce',
    isLocked: deeds.isLocked('announce'),
    refusal: deeds.refusalOf('announce'),
  };
};

export type Voting = ReturnType<typeof useVoting>;

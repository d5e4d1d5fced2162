import type { ActionId, TopicId } from '@suishoupai/shared/ids';
import type { Reaction, Stance, Voice } from '@suishoupai/shared/topics/contract';
import { topicRoutes } from '@suishoupai/shared/topics/routes';
import { useState } from 'react';
import { call, useMe } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { usePages } from '../../../load/use-pages.ts';
import { outbox } from '../../../outbox/phone-outbox.ts';
import { useDeparture } from '../../../outbox/use-outbox.ts';
import { routes } from '../../../routes.ts';
import { notify } from '../../../ui/notify.ts';
import { type Stances, stancesWith } from '../stances.ts';

const list = (topicId: TopicId, replyTo: ActionId | undefined, cursor?: string) =>
  call(topicRoutes.listVoices, { params: { topicId }, query: { replyTo, cursor } });

export type Said = { stance: Stance; text: string };

/**
 * The discussion of a topic, or the replies to one voice. What I say stands with the others at once, above them or, among replies, below;
 * off line it is kept and goes by itself.
 */
export const useVoices = (topicId: TopicId, replyTo?: ActionId, source = list, box = outbox) => {
  const me = useMe();
  const [stances, setStances] = useState<Stances>();
  const pages = usePages(`${topicId} ${replyTo} ${me?.id}`, (cursor) => source(topicId, replyTo, cursor), {
    onFirst: (page) => setStances(page.stances),
  });
  const [mine, setMine] = useState<Voice[]>([]);
  const [reacted, setReacted] = useState<ReadonlyMap<ActionId, Pick<Voice, 'reactions' | 'myReaction'>>>(new Map());
  const { running, act } = useAct();

  const add = (voice: Voice) => setMine((others) => [...others.filter(({ id }) => id !== voice.id), voice]);
  useDeparture(({ entry, answer, isWatched }) => {
    if (isWatched || entry.kind !== 'voice' || entry.lane !== topicId || entry.body['replyTo'] !== replyTo) return;
    add(answer as Voice);
  });

  /** True when it has arrived or is kept. */
  const say = async ({ stance, text }: Said): Promise<boolean> => {
    const isAway = await act(`say ${stance} ${text}`, async (id) => {
      const body = { id, stance, text, ...(replyTo === undefined ? {} : { replyTo }) };
      const given = { title: `发言：${text}`, params: { topicId }, body, lane: topicId, from: routes.topic(topicId) };
      const sent = await box.send('voice', given);
      switch (sent.kind) {
        case 'answered':
          add(sent.answer);
          notify(sent.answer.safety === 'pass' ? '已发出' : '已发出，审核后邻居就能看到');
          return true;
        case 'waiting':
          notify('已存在手机里，有网时自动发出');
          return true;
        case 'unkept':
          notify('没有发出去，手机存储也满了，请再点一次');
          return false;
        case 'refused':
          box.remove(id);
          throw sent.error;
        default:
          return sent satisfies never;
      }
    });
    return isAway === true;
  };

  /** The same again takes it back. */
  const react = async ({ id: voiceId, myReaction }: Voice, reaction: Reaction) => {
    const wish = myReaction === reaction ? {} : { reaction };
    const after = await act(`react ${voiceId} ${wish.reaction}`, (id) =>
      call(topicRoutes.reactToVoice, { params: { topicId, voiceId }, body: { id, ...wish } }),
    );
    if (after !== undefined) setReacted((before) => new Map(before).set(voiceId, after));
  };

  const listed = pages.view.state === 'ready' ? pages.view.data : [];
  const fresh = mine.filter(({ id }) => !listed.some((voice) => voice.id === id));
  const all = replyTo === undefined ? [...[...fresh].reverse(), ...listed] : [...listed, ...fresh];
  return {
    pages,
    stances: stancesWith(stances, all),
    voices: all.map((voice) => ({ ...voice, ...reacted.get(voice.id) })),
    isNone: all.length === 0 && (pages.view.state === 'empty' || pages.view.state === 'ready'),
    running,
    say,
    react: (voice: Voice, reaction: Reaction) => void react(voice, reaction),
  };
};

export type Voices = ReturnType<typeof useVoices>;

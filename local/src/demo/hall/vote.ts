import { unitLabel } from '@suishoupai/functions/votes/electors';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { xingfuli } from '../places.ts';
import { timeOf } from '../story.ts';
import { type HallAct, unitsOf, type VoteDeed } from './act.ts';
import { forEach, fromNewest, type Stage, until } from './stage.ts';

type Act = Extract<HallAct, VoteDeed>;

export const playVote = async (act: Act, { names, phoneOf, seededAt }: Stage): Promise<void> => {
  const { ask } = await phoneOf(act.by);
  const voteId = names.idOf('vote', act.vote);
  const params = { voteId };
  const seen = async () => {
    const { version } = await ask(voteRoutes.getVote, { params });
    return { id: names.action(act, act.by), version };
  };
  switch (act.does) {
    case 'announceVote': {
      const { does: _, vote: __, by: ___, when: ____, topic, opensAt, closesAt, ...told } = act;
      await ask(voteRoutes.announceVote, {
        body: {
          ...told,
          id: voteId,
          communityId: xingfuli,
          topicId: topic === undefined ? undefined : names.idOf('topic', topic),
          opensAt: timeOf(opensAt, seededAt).toISOString(),
          closesAt: timeOf(closesAt, seededAt).toISOString(),
        },
      });
      return;
    }
    case 'cast':
      await forEach(act.all, async (persona) => {
        const { ask: askAs } = await phoneOf(persona);
        const { mine } = await askAs(voteRoutes.getVote, { params });
        for (const { slot, isShared, ballot } of mine) {
          const id = names.action(act, `${persona} ${slot}`);
          const agreed = isShared ? (true as const) : undefined;
          const body = { id, slot, choice: act.choice, replaces: ballot?.seq ?? 0, isAgreed: agreed };
          await askAs(voteRoutes.castBallot, { params, body });
        }
      });
      return;
    case 'enterPaper': {
      const [photo] = names.photos(act);
      if (photo === undefined) throw new Error(`no photo of the sheets of ${act.vote}`);
      const slots = new Map<string, string>();
      const codes = unitsOf(act.units);
      for (const building of new Set(codes.map((code) => code.split('-')[0] ?? ''))) {
        const { items } = await ask(voteRoutes.findSlots, { params, query: { building } });
        for (const { slot, units } of items) for (const unit of units) slots.set(unit, slot);
      }
      await forEach(codes, async (code) => {
        const slot = slots.get(unitLabel(code));
        if (slot === undefined) throw new Error(`no slot of ${code} in ${act.vote}`);
        const body = { id: names.paper(act.vote, code), slot, choice: act.choice, photo };
        await fromNewest(() => ask(voteRoutes.enterPaper, { params, body }));
      });
      return;
    }
    case 'confirmPaper':
      await forEach(unitsOf(act.units), async (code) => {
        const body = { id: names.action(act, code), decision: 'confirm' as const };
        const paper = { voteId, paperId: names.paper(act.vote, code) };
        await fromNewest(() => ask(voteRoutes.decidePaper, { params: paper, body }));
      });
      return;
    case 'settle': {
      const { issued, returned, invalid } = act;
      const totals = { issued, returned, invalid };
      await fromNewest(async () => ask(voteRoutes.settlePaper, { params, body: { ...(await seen()), ...totals } }));
      return;
    }
    case 'publish':
      await fromNewest(async () => ask(voteRoutes.publishResult, { params, body: await seen() }));
      return;
    case 'cancelVote': {
      const { reason } = act;
      await fromNewest(async () => ask(voteRoutes.cancelVote, { params, body: { ...(await seen()), reason } }));
      return;
    }
    case 'object': {
      const body = { id: names.objection(act.objection), words: act.words };
      await ask(voteRoutes.object, { params, body });
      // Words are looked at while their author is about: the clock goes on afterwards.
      await until(`the check of ${act.objection}`, async () => {
        const { items } = await ask(voteRoutes.listObjections, { params, query: {} });
        return items.some(({ id, isPublic }) => id === body.id && isPublic);
      });
      return;
    }
    case 'answer': {
      const body = { id: names.action(act, act.objection), words: act.words };
      await ask(voteRoutes.answerObjection, {
        params: { voteId, objectionId: names.objection(act.objection) },
        body,
      });
      return;
    }
    default:
      act satisfies never;
  }
};

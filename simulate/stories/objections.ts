import type { ActionId } from '@suishoupai/shared/ids';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import {
  aHall,
  anOpenVote,
  approve,
  cast,
  close,
  packOf,
  publish,
  theVote,
} from '../../functions/src/votes/votes.builder.ts';
import { anActionId } from '../../functions/test/builders.ts';
import { verifyFile } from '../../verify/suishoupai-verify.mjs';
import { type Phone, type Told, toldSoFar } from '../phone.ts';
import { inboxOf } from '../promises/notices.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Objected = { id: ActionId; told: Told };
type Done = { id: ActionId; of: ActionId; what: 'answer' | 'judge'; told: Told };

/** A result is posted; residents object in the last seconds, two clerks answer, and the clock would make it final. */
export const objections: Story = async ({ service, dice }) => {
  const hall = await aHall(service);
  const people = [await hall.owner('wang', '1-1-101'), await hall.owner('chen', '2-1-101')];
  const vote = await anOpenVote(hall, { takesPaper: false });
  for (const person of people) await cast(hall, vote.id, person, { choice: approve });
  await close(hall, vote.id);
  await publish(hall, vote.id);
  const until = (await service.stores.votes.find(vote.id))?.published?.until ?? service.now().toISOString();
  await service.moveTo(new Date(Date.parse(until) - 1000 * dice.below(40)).toISOString());
  const params = { voteId: vote.id };
  const objected: Objected[] = [];
  const done: Done[] = [];

  const objects = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 2; times += 1) {
      const claim: Objected = { id: anActionId(), told: 'unheard' };
      objected.push(claim);
      const words = dice.chance(0.3) ? '待审的异议，请看看' : '我家没有收到通知';
      claim.told = toldSoFar(await phone.ask(voteRoutes.object, { params, body: { id: claim.id, words } }));
    }
  };
  const answers = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 5; looks += 1) {
      await phone.pause();
      const open = await phone.look(voteRoutes.listObjections, { params, query: { only: 'unanswered' } });
      for (const { id: of, isPublic } of open?.items ?? []) {
        const act: Done = {
          id: anActionId(),
          of,
          what: isPublic || dice.chance(0.5) ? 'answer' : 'judge',
          told: 'unheard',
        };
        done.push(act);
        const at = { params: { ...params, objectionId: of } };
        act.told = toldSoFar(
          act.what === 'answer'
            ? await phone.ask(voteRoutes.answerObjection, {
                ...at,
                body: { id: act.id, words: '已经核实，通知贴在门厅。' },
              })
            : await phone.ask(voteRoutes.judgeObjection, { ...at, body: { id: act.id, verdict: 'pass' } }),
        );
      }
    }
  };

  const broken = async ({ truth }: World): Promise<string[]> => {
    const wrong: string[] = [];
    const all = await truth.voteObjections.all(vote.id);
    for (const { id, told } of objected) {
      const times = countOf(all, (each) => each.id === id);
      if (times > 1 || (told === 'done' && times === 0) || (told === 'refused' && times > 0))
        wrong.push(`objection ${id} was ${told} and stands ${times} times`);
    }
    for (const { id, of, what, told } of done) {
      const objection = all.find((each) => each.id === of);
      const isTaken = (what === 'answer' ? objection?.answer?.id : objection?.judged?.id) === id;
      if (told !== 'unheard' && isTaken !== (told === 'done'))
        wrong.push(`${what} ${id} was ${told} and is ${isTaken}`);
    }
    const desk = await inboxOf(truth, hall.liu.personId);
    for (const { id, safety, answer, personId, at } of all) {
      if (safety === 'pending') wrong.push(`objection ${id} was never checked`);
      if (!desk.some((notice) => notice.about === vote.id && notice.at === at))
        wrong.push(`the desk was not told of ${id}`);
      const inbox = await inboxOf(truth, personId);
      if (answer !== undefined && !inbox.some((notice) => notice.at === answer.at))
        wrong.push(`nobody was told of the answer to ${id}`);
    }
    const { state } = await theVote(hall, vote.id);
    const isOpen = all.some(({ answer }) => answer === undefined);
    if (isOpen ? state !== 'published' : state !== 'final')
      wrong.push(`it is ${state} with ${isOpen ? 'an' : 'no'} open objection`);
    verifyFile(Buffer.from(await packOf(hall, vote.id)), {}, (words, isRight) => {
      if (isRight === false) wrong.push(`the verifier: ${words}`);
    });
    return wrong;
  };

  const parts = [
    ...people.map((person, nth) => ({ person, name: `resident ${nth}`, plays: objects })),
    { person: hall.liu, name: 'clerk', plays: answers },
    { person: hall.he, name: 'second clerk', plays: answers },
  ];
  return { parts, broken };
};

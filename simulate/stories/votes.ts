import type { ActionId, PersonId } from '@suishoupai/shared/ids';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import { aHall, anOpenVote, closesAt, packOf, publish, theVote } from '../../functions/src/votes/votes.builder.ts';
import { anActionId } from '../../functions/test/builders.ts';
import { verifyFile } from '../../verify/suishoupai-verify.mjs';
import { type Phone, type Told, toldBy, toldSoFar } from '../phone.ts';
import { linesOf } from '../promises/books.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Claim = { action: string; slot: string; person: PersonId; told: Told; leaf?: string; isNext?: boolean };
type Act = { id: ActionId; what: 'extend' | 'cancel'; told: Told };

/** A vote that is about to close: owners vote and change their ballots, two of them share one; a clerk closes it later, or calls it off. */
export const votes: Story = async ({ service, dice }) => {
  const hall = await aHall(service);
  const voters = [
    await hall.owner('wang', '1-1-101'),
    await hall.owner('li', '1-1-201'),
    await hall.owner('zhao', '1-1-201'),
    await hall.owner('chen', '2-1-101'),
  ];
  const vote = await anOpenVote(hall, { takesPaper: false });
  const params = { voteId: vote.id };
  await service.moveTo(new Date(Date.parse(closesAt) - 1000 * dice.below(7)).toISOString());
  const claims: Claim[] = [];
  const acts: Act[] = [];

  const decides = async (phone: Phone): Promise<void> => {
    for (let looks = 0; looks < 2; looks += 1) {
      await phone.pause();
      const seen = await phone.look(voteRoutes.getVote, { params });
      const what = dice.chance(0.85) ? 'extend' : 'cancel';
      if (seen === undefined || !seen.may.includes(what)) continue;
      const act: Act = { id: anActionId(), what, told: 'unheard' };
      acts.push(act);
      const body = { id: act.id, version: seen.version };
      const later = new Date(Date.parse(seen.closesAt) + 1000 * (5 + dice.below(300))).toISOString();
      const notice = '还差几户，晚些截止';
      act.told = toldSoFar(
        what === 'extend'
          ? await phone.ask(voteRoutes.extendVote, { params, body: { ...body, closesAt: later, notice } })
          : await phone.ask(voteRoutes.cancelVote, { params, body: { ...body, reason: '题目写错了' } }),
      );
    }
  };
  const casts = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 3; times += 1) {
      const seen = await phone.look(voteRoutes.getVote, { params });
      const mine = seen?.mine[0];
      if (seen?.state !== 'open' || mine === undefined) continue;
      const choice = { option: dice.pick(['approve', 'against']) };
      const body = { id: anActionId(), slot: mine.slot, choice, replaces: mine.ballot?.seq ?? 0 };
      const claim: Claim = { action: body.id, slot: mine.slot, person: phone.personId, told: 'unheard' };
      claims.push(claim);
      const agreed = mine.isShared ? { ...body, isAgreed: true as const } : body;
      const cast = await phone.ask(voteRoutes.castBallot, { params, body: agreed });
      claim.told = toldBy(cast);
      if (cast === 'unheard' || cast.status !== 200) continue;
      claim.leaf = cast.body.leaf;
      claim.isNext = cast.body.seq === body.replaces + 1;
    }
  };

  const broken = async ({ truth }: World): Promise<string[]> => {
    const stored = await truth.votes.find(vote.id);
    if (stored?.opened === undefined) return ['the vote is gone'];
    const slots = await truth.ballots.slots({ voteId: vote.id, roll: stored.opened.roll }, true);
    const ballotsOf = (name: string) =>
      slots
        .filter(({ slot }) => slot === name)
        .flatMap(({ ballot, past }) => [...past, ...(ballot === undefined ? [] : [ballot])]);
    const wrong = claims.flatMap(({ action, slot, person, told, leaf, isNext }) => {
      const mine = ballotsOf(slot).filter(({ id }) => id === action);
      const owner = slots.find((each) => each.slot === slot)?.ballot?.personId;
      return [
        mine.length > 1 && `ballot ${action} was taken ${mine.length} times`,
        told === 'refused' && mine.length > 0 && `refused ballot ${action} was taken`,
        told === 'done' && mine[0]?.leaf !== leaf && `acknowledged ballot ${leaf} is not there`,
        told === 'done' && isNext !== true && `ballot ${action} replaced one that its voter had not seen`,
        told === 'done' && owner !== person && `the ballot of ${person} was replaced by another elector's`,
      ].filter((fault) => fault !== false);
    });
    for (const { castAt } of slots.flatMap(({ slot }) => ballotsOf(slot)))
      if (castAt >= stored.closesAt) wrong.push(`a ballot of ${castAt} was taken after the close`);
    const voted = new Set(slots.map(({ ballot }) => ballot?.personId));
    for (const { personId } of voters) {
      const times = countOf(await linesOf(truth, personId), ({ cause }) => cause.kind === 'vote');
      if (times !== (voted.has(personId) && stored.state !== 'cancelled' ? 1 : 0))
        wrong.push(`${personId} got points for the vote ${times} times`);
    }
    for (const { id, what, told } of acts) {
      const times = countOf(stored.acts, (act) => act.id === id);
      if (times > 1 || (told === 'done' && times === 0) || (told === 'refused' && times > 0))
        wrong.push(`${what} ${id} was ${told} and stands ${times} times`);
    }
    const isCalledOff = acts.some(({ id, what }) => what === 'cancel' && stored.acts.some((act) => act.id === id));
    if (isCalledOff !== (stored.state === 'cancelled'))
      wrong.push(`called off ${isCalledOff}, and it is ${stored.state}`);
    if (isCalledOff) return wrong;
    if (stored.state !== 'counted') return [...wrong, `the vote is ${stored.state} and not counted`];
    const { status, error } = await publish(hall, vote.id);
    if (status !== 200) return [...wrong, `the result cannot be published: ${error.code}`];
    verifyFile(Buffer.from(await packOf(hall, vote.id)), {}, (words, isRight) => {
      if (isRight === false) wrong.push(`the verifier: ${words}`);
    });
    const cast = countOf(slots, ({ ballot }) => ballot !== undefined);
    const { result } = await theVote(hall, vote.id);
    if (result?.participating.heads !== cast)
      wrong.push(`${cast} cast and ${result?.participating.heads} were counted`);
    return wrong;
  };

  const phones = voters.flatMap((person, nth) => {
    const first = { person, name: `voter ${nth}`, plays: casts };
    return dice.chance(0.4) ? [first, { ...first, name: `second phone of voter ${nth}` }] : [first];
  });
  /** What is sealed while ballots are on their way must not need the moment's grace after the close. */
  const hastens = async (phone: Phone): Promise<void> => {
    for (let waits = 1 + dice.below(3); waits > 0; waits -= 1) await phone.pause();
    await service.sweepVotes(new Date(Date.parse(closesAt) + 60_000)).catch(() => undefined);
  };
  const fast = { person: hall.liu, name: 'clock of a fast machine', plays: hastens };
  const clerks = [hall.liu, hall.he].map((person, nth) => ({ person, name: `clerk ${nth}`, plays: decides }));
  return { parts: [...phones, ...(dice.chance(0.4) ? clerks : []), ...(dice.chance(0.4) ? [fast] : [])], broken };
};

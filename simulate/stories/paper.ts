import type { ActionId } from '@suishoupai/shared/ids';
import { voteRoutes } from '@suishoupai/shared/votes/routes';
import {
  aHall,
  anOpenVote,
  closedAt,
  closesAt,
  packOf,
  publish,
  settle,
  slotIn,
  theVote,
} from '../../functions/src/votes/votes.builder.ts';
import { anActionId } from '../../functions/test/builders.ts';
import { verifyFile } from '../../verify/suishoupai-verify.mjs';
import { type Phone, type Told, toldSoFar } from '../phone.ts';
import { countOf, type Story } from '../story.ts';
import type { World } from '../world.ts';

type Sheet = { id: ActionId; slot: string; told: Told };
type Cast = { id: ActionId; slot: string; told: Told };
type Decision = { id: ActionId; of: ActionId; told: Told };

/** Ballots on paper, entered by one and confirmed by another, against phones that vote for the same slots. */
export const paper: Story = async ({ service, dice }) => {
  const hall = await aHall(service);
  const { liu, he } = hall;
  const voters = [
    await hall.owner('wang', '1-1-101'),
    await hall.owner('chen', '2-1-101'),
    await hall.owner('zhou', '2-1-102'),
  ];
  const vote = await anOpenVote(hall);
  const params = { voteId: vote.id };
  const slots: string[] = [];
  for (const person of voters) slots.push((await slotIn(hall, vote.id, person)).slot);
  await service.moveTo(new Date(Date.parse(closesAt) - 1000 * (20 + dice.below(60))).toISOString());
  const photos = new Map([
    [liu.personId, await service.cleanPhoto(liu.personId)],
    [he.personId, await service.cleanPhoto(he.personId)],
  ]);
  const sheets: Sheet[] = [];
  const casts: Cast[] = [];
  const decisions: Decision[] = [];

  const votes = async (phone: Phone): Promise<void> => {
    const mine = (await phone.look(voteRoutes.getVote, { params }))?.mine[0];
    if (mine === undefined) return;
    const claim: Cast = { id: anActionId(), slot: mine.slot, told: 'unheard' };
    casts.push(claim);
    const choice = { option: dice.pick(['approve', 'against']) };
    const body = { id: claim.id, slot: mine.slot, choice, replaces: mine.ballot?.seq ?? 0 };
    claim.told = toldSoFar(await phone.ask(voteRoutes.castBallot, { params, body }));
  };
  const enters = async (phone: Phone): Promise<void> => {
    for (let times = 0; times < 3; times += 1) {
      const slot = dice.pick(slots);
      const sheet: Sheet = { id: anActionId(), slot, told: 'unheard' };
      sheets.push(sheet);
      const photo = photos.get(phone.personId);
      if (photo === undefined) return;
      const body = { id: sheet.id, slot, choice: { option: 'approve' }, photo };
      const entered = await phone.ask(voteRoutes.enterPaper, { params, body });
      sheet.told = toldSoFar(entered);
      await decides(phone);
    }
    await phone.pause();
    await decides(phone);
  };
  const decides = async (phone: Phone): Promise<void> => {
    const waiting = await phone.look(voteRoutes.listPaper, { params, query: {} });
    for (const { id: of, state, isMine } of waiting?.items ?? []) {
      if (state !== 'waiting' || isMine) continue;
      const decision: Decision = { id: anActionId(), of, told: 'unheard' };
      decisions.push(decision);
      const content = dice.chance(0.7)
        ? { decision: 'confirm' as const }
        : { decision: 'reject' as const, reason: '看不清' };
      const at = { params: { ...params, paperId: of }, body: { id: decision.id, ...content } };
      decision.told = toldSoFar(await phone.ask(voteRoutes.decidePaper, at));
    }
  };

  const broken = async ({ truth, service: { now } }: World): Promise<string[]> => {
    const wrong: string[] = [];
    const { opened } = (await truth.votes.find(vote.id)) ?? {};
    if (opened === undefined) return ['the vote is gone'];
    const box = { voteId: vote.id, roll: opened.roll };
    const frozen = await truth.ballots.slots(box, true);
    const papers = await truth.ballots.papers(box);
    for (const { id, told } of sheets) {
      const times = countOf(papers, (each) => each.id === id);
      if (times > 1 || (told === 'done' && times === 0) || (told === 'refused' && times > 0))
        wrong.push(`sheet ${id} was ${told} and stands ${times} times`);
    }
    for (const { id, of, told } of decisions) {
      const isTaken = papers.find((each) => each.id === of)?.decided?.id === id;
      if (told !== 'unheard' && isTaken !== (told === 'done')) wrong.push(`decision ${id} was ${told}`);
    }
    for (const { id, slot, told } of casts) {
      const record = frozen.find((each) => each.slot === slot);
      const isThere = record?.ballot?.id === id || record?.past.some((each) => each.id === id) === true;
      if (told !== 'unheard' && isThere !== (told === 'done')) wrong.push(`ballot ${id} was ${told}`);
    }
    for (const { slot, ballot } of frozen) {
      const here = papers.filter((each) => each.slot === slot);
      const confirmed = here.filter(({ state }) => state === 'confirmed');
      if (confirmed.length > 1) wrong.push(`two sheets of ${slot} count`);
      if ((ballot?.channel === 'paper') !== (confirmed.length === 1))
        wrong.push(`${slot} is ${ballot?.channel} and has a sheet`);
      for (const { by, decided } of here)
        if (by.personId === decided?.by.personId) wrong.push(`one alone counted a sheet of ${slot}`);
    }
    const ledger = await truth.ballots.ledger(box);
    for (const state of ['waiting', 'confirmed', 'refused'] as const)
      if (ledger[state] !== countOf(papers, (each) => each.state === state))
        wrong.push(`the ledger counts ${ledger[state]} ${state}`);
    return [...wrong, ...(await brokenCount(now()))];
  };

  /** What is left to do is done, and whoever reads the published files comes to the same. */
  const brokenCount = async (now: Date): Promise<string[]> => {
    const { stores: truth } = hall;
    const { opened } = (await truth.votes.find(vote.id)) ?? {};
    if (opened === undefined) return ['the vote is gone'];
    const box = { voteId: vote.id, roll: opened.roll };
    for (const { id: paperId, state, by } of await truth.ballots.papers(box)) {
      if (state !== 'waiting') continue;
      const other = by.personId === liu.personId ? he : liu;
      const body = { id: anActionId(), decision: 'confirm' as const };
      await hall.call(voteRoutes.decidePaper, { token: other.token, params: { ...params, paperId }, body });
    }
    if (now.toISOString() < closedAt) await hall.moveTo(closedAt);
    await hall.sweepVotes(hall.now());
    const { confirmed, refused } = await truth.ballots.ledger(box);
    const totals = { issued: confirmed + refused + 1, returned: confirmed + refused, invalid: 0 };
    const settled = await settle(hall, vote.id, totals);
    if (settled.status !== 200) return [`the sheets cannot be settled: ${settled.error.code}`];
    await hall.sweepVotes(hall.now());
    const { status, error } = await publish(hall, vote.id);
    if (status !== 200) return [`the result cannot be published: ${error.code}`];
    const wrong: string[] = [];
    verifyFile(Buffer.from(await packOf(hall, vote.id)), {}, (words, isRight) => {
      if (isRight === false) wrong.push(`the verifier: ${words}`);
    });
    const cast = countOf(await truth.ballots.slots(box, true), ({ ballot }) => ballot !== undefined);
    const { result } = await theVote(hall, vote.id);
    if (result?.participating.heads !== cast)
      wrong.push(`${cast} cast and ${result?.participating.heads} were counted`);
    return wrong;
  };

  const parts = [
    ...voters.map((person, nth) => ({ person, name: `voter ${nth}`, plays: votes })),
    { person: liu, name: 'clerk', plays: enters },
    { person: he, name: 'second clerk', plays: enters },
  ];
  return { parts, broken };
};

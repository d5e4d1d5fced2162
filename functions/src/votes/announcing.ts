import { AppError, type FieldError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import { type CommunityId, communityOf } from '@suishoupai/shared/ids';
import type { Community } from '@suishoupai/shared/places/contract';
import { chinaDay, exactTime } from '@suishoupai/shared/time/china';
import { toHex } from '@suishoupai/shared/votes/bytes';
import { earliestOpening, spanProblem } from '@suishoupai/shared/votes/clock';
import { type Electorate, isOfPeople } from '@suishoupai/shared/votes/roll';
import type { voteRoutes } from '@suishoupai/shared/votes/routes';
import { questionProblem, type RuleSet, withSettings } from '@suishoupai/shared/votes/rule-set';
import { ruleSetsFor } from '@suishoupai/shared/votes/rule-sets';
import type { Viewer } from '../http/handlers.ts';
import type { PlacesService } from '../places/service.ts';
import { digestOf } from '../tickets/digest.ts';
import type { AnnouncedMatters } from '../topics/announced.ts';
import type { Electors } from './electors.ts';
import type { VoteRecord } from './record.ts';
import { staffOf } from './standing.ts';
import type { VoteStore } from './store.ts';

type Deps = {
  votes: Pick<VoteStore, 'find' | 'announce'>;
  electors: Pick<Electors, 'hasRoll' | 'hasRepresentatives'>;
  announcedMatters: AnnouncedMatters;
  places: Pick<PlacesService, 'getCommunity'>;
  randomBytes: (count: number) => Uint8Array;
};
type Body = RouteRequest<(typeof voteRoutes)['announceVote']>['body'];

/** In this order their rule sets are listed: for owners what the law asks stands before what only consults. */
const electorates: readonly Electorate[] = ['owners', 'households', 'residents', 'representatives'];

const ruleProblem = (field: string, message: string) =>
  new AppError('vote.ruleSet', [{ field, rule: 'ruleSet', message } satisfies FieldError]);

/** What is in force in a community for some electors on a day, with its own settings; empty where nothing is. */
const inForce = ({ settings = {} }: Pick<Community, 'settings'>, day: string, electorate: Electorate): RuleSet[] => {
  const { jurisdiction, voteRules = {} } = settings;
  let sets: RuleSet[];
  try {
    sets = ruleSetsFor(day, electorate, jurisdiction);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
  return sets.map((ruleSet) => {
    const own = voteRules[ruleSet.id];
    if (own === undefined) return ruleSet;
    const { source, tests, noticeDays, publicationDays } = own;
    return withSettings(ruleSet, {
      source,
      ...(tests === undefined ? {} : { tests }),
      ...(noticeDays === undefined ? {} : { noticeDays }),
      ...(publicationDays === undefined ? {} : { publicationDays }),
    });
  });
};

/** The rule set that a vote goes by; `isChangeable` may take the changing away where the rules allow it, never the other way. */
const chosenRules = (community: Community, body: Body): RuleSet => {
  const { ruleSetId, electorate, question, isChangeable, opensAt, closesAt } = body;
  const ruleSet = inForce(community, chinaDay(opensAt), electorate).find(({ id }) => id === ruleSetId);
  if (ruleSet === undefined) throw ruleProblem('body.ruleSetId', '开始那天，这套规则在本社区不适用于这些选民');
  const problem = questionProblem(ruleSet, question, electorate);
  if (problem !== undefined) throw ruleProblem('body.question', problem);
  const span = spanProblem({ opensAt, closesAt }, ruleSet);
  if (span !== undefined) throw invalidField('body.closesAt', 'span', span);
  if (isChangeable === true && ruleSet.changeable === 'final') {
    throw ruleProblem('body.isChangeable', '按这套规则，投出后不能改');
  }
  return isChangeable === false ? { ...ruleSet, changeable: 'final' } : ruleSet;
};

export const makeAnnouncing = ({ votes, electors, announcedMatters, places, randomBytes }: Deps) => {
  /** When the matter was first announced: in its topic, or by this vote itself. */
  const announcedAt = async ({ topicId, communityId, question }: Body, now: Date): Promise<string> => {
    if (topicId === undefined) return now.toISOString();
    if (communityOf(topicId) !== communityId) throw new AppError('topic.notFound');
    const matter = (await announcedMatters(topicId)).find((each) => each.matter === question.text);
    if (matter === undefined) throw new AppError('vote.notAnnounced');
    return matter.announcedAt;
  };

  const checkOpening = ({ opensAt }: Body, ruleSet: RuleSet, announced: string, now: Date) => {
    if (opensAt <= now.toISOString()) throw invalidField('body.opensAt', 'past', '开始时间要晚于现在');
    const earliest = earliestOpening(announced, ruleSet);
    if (opensAt >= earliest) return;
    const message = `公告满 ${ruleSet.noticeDays} 天，最早 ${exactTime(earliest)} 开始`;
    throw new AppError('vote.noticeTooShort', [{ field: 'body.opensAt', rule: 'notice', message }]);
  };

  /** A vote that nobody could open is not announced. */
  const checkElectors = async ({ communityId, electorate, opensAt }: Body) => {
    if (electorate === 'representatives') {
      if (await electors.hasRepresentatives(communityId, opensAt)) return;
      throw ruleProblem('body.electorate', '开始那天没有在任的居民代表，请先在「居民代表」里登记');
    }
    if (!isOfPeople(electorate) && !(await electors.hasRoll(communityId))) throw new AppError('roll.missing');
  };

  return {
    announce: async (viewer: Viewer, body: Body, now: Date): Promise<VoteRecord> => {
      const { id, communityId, topicId, electorate, isChangeable: _, ruleSetId: __, takesPaper = true, ...told } = body;
      const community = await places.getCommunity(communityId, now);
      const { side: ___, ...post } = staffOf(viewer, { communityId, streetId: community.streetId });
      if (communityOf(id) !== communityId) throw invalidField('body.id', 'community', '编号属于另一个社区');
      const digest = digestOf({ ...body, personId: viewer.personId });
      const same = (standing: VoteRecord) => {
        if (standing.digest !== digest) throw new AppError('id.reused');
        return standing;
      };
      const known = await votes.find(id);
      if (known !== undefined) return same(known);

      const ruleSet = chosenRules(community, body);
      const announced = await announcedAt(body, now);
      checkOpening(body, ruleSet, announced, now);
      await checkElectors(body);
      const vote: VoteRecord = {
        ...told,
        id,
        communityId,
        ...(topicId === undefined ? {} : { topicId }),
        streetId: community.streetId,
        electorate,
        ruleSet,
        takesPaper,
        createdAt: now.toISOString(),
        createdBy: post,
        announcedAt: announced,
        state: 'announced',
        version: 1,
        digest,
        secret: toHex(randomBytes(32)),
        acts: [],
        extensions: [],
        wakeAt: body.opensAt,
      };
      return same(await votes.announce(vote));
    },

    listRuleSets: async (
      { communityId, on }: { communityId: CommunityId; on: string },
      now: Date,
    ): Promise<{ items: RuleSet[] }> => {
      const community = await places.getCommunity(communityId, now);
      const items = new Map(
        electorates.flatMap((electorate) => inForce(community, on, electorate)).map((set) => [set.id, set]),
      );
      if (items.size === 0) throw new AppError('vote.ruleSet');
      return { items: [...items.values()] };
    },
  };
};

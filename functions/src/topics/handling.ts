import { AppError, invalidField } from '@suishoupai/shared/contract/errors';
import type { RouteRequest } from '@suishoupai/shared/contract/route';
import type { ActionId, TopicId } from '@suishoupai/shared/ids';
import { chinaDay } from '@suishoupai/shared/time/china';
import type { StepPlan, Topic } from '@suishoupai/shared/topics/contract';
import type { TopicStep } from '@suishoupai/shared/topics/paths';
import { mayTakePath, missingFor, planProblem } from '@suishoupai/shared/topics/rules';
import type { topicStaffRoutes } from '@suishoupai/shared/topics/staff-routes';
import { decideTopic, type TopicFacts } from '@suishoupai/shared/topics/transitions';
import type { Viewer } from '../http/handlers.ts';
import { postFor } from '../people/posts.ts';
import { digestOf } from '../tickets/digest.ts';
import { evidenceOf } from './background.ts';
import { afterAction, type Line, stepDone, type TracedAction, takenUp } from './change.ts';
import type { ChangeTopic } from './changing.ts';
import type { MakeOrder } from './ordering.ts';
import type { TopicReading } from './reading.ts';
import type { TopicRecord } from './record.ts';
import { isRepeat } from './repeats.ts';
import { isTopicStaff, topicFactsOf, topicRelationsOf } from './standing.ts';

type Deps = { reading: TopicReading; change: ChangeTopic; makeOrder: MakeOrder };
type Seen = { id: ActionId; version: number };
type Body<Name extends keyof typeof topicStaffRoutes> = RouteRequest<(typeof topicStaffRoutes)[Name]>['body'];
type Planned = Body<'takeUpTopic'>['steps'];

/** One thing a member of staff does to a topic. `apply` says what comes of it, once it is known to be allowed. */
type Deed = {
  action: TracedAction;
  seen: Seen;
  /** What tells a repeat from a reuse of the id. */
  content: object;
  known?: (topic: TopicRecord) => Promise<Partial<TopicFacts>>;
  apply: (topic: TopicRecord, to: TopicRecord['state'], line: Line) => Promise<TopicRecord> | TopicRecord;
};

/** What staff do with a topic. Every step is refused to a page that is not the newest, and done once however often it is sent. */
export const makeHandling = ({ reading, change, makeOrder }: Deps) => {
  const act = async (viewer: Viewer, id: TopicId, deed: Deed, now: Date): Promise<Topic> => {
    const { personId } = viewer;
    const at = now.toISOString();
    const { id: actionId, version } = deed.seen;
    const digest = digestOf({ action: deed.action, ...deed.content });
    const topic = await change(id, async (standing) => {
      const relations = topicRelationsOf(standing, viewer);
      if (!isTopicStaff(relations)) throw new AppError('access.denied');
      if (isRepeat(standing, { id: actionId, digest, personId })) return undefined;
      if (version !== standing.version) throw new AppError('topic.changed');
      const facts = { ...topicFactsOf(standing, { now: at }), ...(await deed.known?.(standing)) };
      const may = decideTopic(deed.action, facts, relations);
      if (!may.isAllowed) throw new AppError(may.code);
      const who = postFor(viewer, standing)?.label ?? '社区';
      return deed.apply(standing, may.to, { id: actionId, at, who, personId, digest });
    });
    return reading.view(topic, viewer, now);
  };

  const mustBePlan = (path: TopicRecord['path'], steps: Planned, now: Date): void => {
    const problem = planProblem(path, steps, chinaDay(now.toISOString()));
    if (problem === undefined) return;
    throw invalidField(`body.steps.${problem.index}`, 'plan', problem.message);
  };

  /** The plan with some of its steps planned anew; what is done, or is not of the path, cannot be. */
  const replanned = (topic: TopicRecord, steps: Planned, now: Date): StepPlan[] => {
    for (const [index, { step, dueOn }] of steps.entries()) {
      const plan = topic.steps.find((each) => each.step === step);
      const isTwice = steps.findIndex((each) => each.step === step) !== index;
      if (plan === undefined || plan.doneAt !== undefined || isTwice) {
        throw invalidField(`body.steps.${index}.step`, 'plan', '只能改还没有做完的步骤，每一步一次');
      }
      if (dueOn < chinaDay(now.toISOString())) {
        throw invalidField(`body.steps.${index}.dueOn`, 'plan', '日期不能早于今天');
      }
    }
    const plans = topic.steps.map((plan) => {
      const given = steps.find(({ step }) => step === plan.step);
      // Another day for a step that is late gives it new time; that it was late stays in the trace.
      return given === undefined ? plan : { ...given };
    });
    const open = plans.filter(({ doneAt }) => doneAt === undefined);
    const early = open.find(({ dueOn }, i) => open[i - 1] !== undefined && dueOn < (open[i - 1]?.dueOn ?? ''));
    if (early !== undefined) throw invalidField('body.steps', 'plan', '日期不能早于上一步');
    return plans;
  };

  return {
    takeUp: (
      viewer: Viewer,
      id: TopicId,
      { id: actionId, version, kind, path, steps }: Body<'takeUpTopic'>,
      now: Date,
    ) =>
      act(
        viewer,
        id,
        {
          action: 'takeUp',
          seen: { id: actionId, version },
          content: { kind, path, steps },
          apply: (topic, _, line) => {
            if (!mayTakePath(kind, path)) throw invalidField('body.path', 'path', '重大事项、难事、愁事要走七步');
            mustBePlan(path, steps, now);
            return takenUp(topic, { kind, path, steps }, line);
          },
        },
        now,
      ),

    refuse: (viewer: Viewer, id: TopicId, { id: actionId, version, reason }: Body<'refuseTopic'>, now: Date) =>
      act(
        viewer,
        id,
        {
          action: 'refuse',
          seen: { id: actionId, version },
          content: { reason },
          apply: (topic, to, line) =>
            afterAction(topic, { action: 'refuse', to, line: { ...line, words: reason } }, { refusal: reason }),
        },
        now,
      ),

    plan: (viewer: Viewer, id: TopicId, { id: actionId, version, steps, reason }: Body<'planTopic'>, now: Date) =>
      act(
        viewer,
        id,
        {
          action: 'plan',
          seen: { id: actionId, version },
          content: { steps, reason },
          apply: (topic, to, line) =>
            afterAction(
              topic,
              { action: 'plan', to, line: { ...line, words: reason } },
              { steps: replanned(topic, steps, now) },
            ),
        },
        now,
      ),

    announce: (viewer: Viewer, id: TopicId, { id: actionId, version, ...notice }: Body<'announceTopic'>, now: Date) =>
      act(
        viewer,
        id,
        {
          action: 'announce',
          seen: { id: actionId, version },
          content: notice,
          apply: (topic, to, line) =>
            afterAction(
              topic,
              { action: 'announce', to, line: { ...line, words: notice.title } },
              { announcements: [...topic.announcements, { id: actionId, at: line.at, ...notice }] },
            ),
        },
        now,
      ),

    summarise: (viewer: Viewer, id: TopicId, { id: actionId, version, words }: Body<'summariseTopic'>, now: Date) =>
      act(
        viewer,
        id,
        {
          action: 'summarise',
          seen: { id: actionId, version },
          content: { words },
          apply: (topic, to, line) =>
            afterAction(
              topic,
              { action: 'summarise', to, line: { ...line, words } },
              { summary: { words, at: line.at, who: line.who } },
            ),
        },
        now,
      ),

    finish: (
      viewer: Viewer,
      id: TopicId,
      { step, id: actionId, version, words, decision }: Body<'finishStep'> & { step: TopicStep },
      now: Date,
    ) =>
      act(
        viewer,
        id,
        {
          action: 'step',
          seen: { id: actionId, version },
          content: { step, words, decision },
          known: async (topic) => {
            if (topic.state === 'underway' && topic.step !== step) throw new AppError('topic.stepNotAllowed');
            if (decision !== undefined && step !== 'decide') {
              throw invalidField('body.decision', 'step', '只有居委会决策这一步才写决定');
            }
            const evidence = evidenceOf(topic, await reading.background(topic), {
              hasWords: words !== undefined,
              hasDecisionWords: decision !== undefined,
              now: now.toISOString(),
            });
            const missing = evidence === undefined ? [] : missingFor(evidence);
            if (missing.length > 0) throw new AppError('topic.proofMissing', missing);
            return { isProofMissing: false };
          },
          apply: (topic, to, line) => {
            const said = [words, decision === undefined ? undefined : `决定：${decision}`].filter(
              (each) => each !== undefined,
            );
            const done = stepDone(topic, to, { ...line, words: said.length === 0 ? undefined : said.join('\n') });
            return decision === undefined
              ? done
              : { ...done, decision: { words: decision, at: line.at, who: line.who } };
          },
        },
        now,
      ),

    order: (viewer: Viewer, id: TopicId, { id: actionId, version, ...order }: Body<'orderTicket'>, now: Date) =>
      act(
        viewer,
        id,
        {
          action: 'ticket',
          seen: { id: actionId, version },
          content: order,
          apply: async (topic, to, line) => {
            const by = { personId: viewer.personId, label: line.who };
            const ordered = await makeOrder(topic, order, by, now);
            return afterAction(
              topic,
              { action: 'ticket', to, line: { ...line, words: order.words } },
              { orders: [...topic.orders, ordered] },
            );
          },
        },
        now,
      ),
  };
};

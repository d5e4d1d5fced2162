import { readFile } from 'node:fs/promises';
import { MeetingId, type TicketId, TopicId, VoteId } from '@suishoupai/shared/ids';
import { chinaWall, wallInstant } from '@suishoupai/shared/time/china';
import { hourMs, minuteMs } from '@suishoupai/shared/time/units';
import * as z from 'zod/mini';
import type { Person } from '../person.ts';
import { castOf } from './cast.ts';
import type { Stage } from './chapter.ts';

export const community = 'xfl';
export const topicTitle = '3 栋老电梯要不要大修';
export const matter = '是否同意动用维修资金 21 万元大修 3 栋电梯';

/** What the parts of the story have of one another: the people, the calendar, and what came to be. */
export type HallStory = ReturnType<typeof openHall>;

const idIn = <T>(schema: z.ZodMiniType<T>, url: string): T =>
  z.parse(schema, new URLSearchParams(url.split('?')[1]).get('id'));

export const topicIn = (url: string): TopicId => idIn(TopicId, url);
export const meetingIn = (url: string): MeetingId => idIn(MeetingId, url);
export const voteIn = (url: string): VoteId => idIn(VoteId, url);

/** What is known only once an earlier part was played. */
type Known = { ticketId: TicketId; topicId: TopicId; meetingId: MeetingId; voteId: VoteId; receipt: string };

/** What a tap brings down to the phone. */
export const bytesBy = async ({ page }: Person, tap: () => Promise<void>): Promise<Buffer> => {
  const [download] = await Promise.all([page.waitForEvent('download'), tap()]);
  return readFile(await download.path());
};

export const openHall = (stage: Stage) => {
  const cast = castOf(stage);
  const present = new Set<Person>();
  const known: Partial<Known> = {};
  let firstDay = 0;

  const call = async (name: string): Promise<Person> => {
    const person = await cast.call(name);
    if (!present.has(person)) await person.setClock(stage.product().clock.now());
    present.add(person);
    return person;
  };

  const at = async (name: string, page: string): Promise<Person> => {
    const person = await call(name);
    await person.goTo(page);
    return person;
  };
  const know = <Name extends keyof Known>(name: Name): Known[Name] => {
    const value: Known[Name] | undefined = known[name];
    if (value === undefined) throw new Error(`nobody knows the ${name} yet`);
    return value;
  };
  const desk = () => `council/topic/index?id=${know('topicId')}`;

  return {
    trouble: cast.trouble,
    leave: cast.leave,
    call,
    /** Somebody of the community before one of its pages. */
    at,
    /** 刘书记 where topics are handled. */
    atDesk: (): Promise<Person> => at('刘书记', desk()),
    /** 刘书记 says that a step of the topic is done, in words where it wants them. */
    finish: async (step: string, words?: string): Promise<void> => {
      const liu = await at('刘书记', desk());
      await liu.button(`完成「${step}」`).tap();
      const sheet = liu.page.getByRole('dialog', { name: `完成「${step}」` });
      if (words !== undefined) await liu.write('这一步做了什么', words);
      await sheet.getByRole('button', { name: `完成「${step}」` }).tap();
      await liu.see(`幸福里居委会 完成「${step}」`);
    },
    /** Day 0 is tomorrow; the clocks of the stack and of every phone go to an hour of a day of the story. */
    moveTo: async (day: number, hour: number, minute = 0): Promise<void> => {
      const { clock, run } = stage.product();
      firstDay ||= chinaWall(clock.now().toISOString()).day + 1;
      const time = new Date(Date.parse(wallInstant(firstDay + day, hour * hourMs + minute * minuteMs)));
      await clock.moveTo(time);
      for (const person of present) await person.setClock(time);
      await run('hallSweep');
    },
    learn: (more: Partial<Known>): void => void Object.assign(known, more),
    know,
  };
};

import { xingfuli } from '@suishoupai/local/demo/places';
import { routeUrl } from '@suishoupai/shared/contract/route';
import type { TicketId } from '@suishoupai/shared/ids';
import type { TicketCard } from '@suishoupai/shared/tickets/contract';
import { ticketRoutes } from '@suishoupai/shared/tickets/routes';
import type { Browser } from 'playwright-core';
import * as z from 'zod/mini';
import { hallOf } from '../chapters/visits-hall.ts';
import { rewardsOf } from '../chapters/visits-rewards.ts';
import { activitiesOf } from '../chapters/visits-volunteering.ts';
import { meet, type Person } from '../person.ts';

const ticketsAt = async (url: string): Promise<TicketCard[]> => {
  const { path, response } = ticketRoutes.listTickets;
  const tickets: TicketCard[] = [];
  let cursor: string | undefined;
  do {
    const answer = await fetch(url + routeUrl(path, {}, { communityId: xingfuli, cursor }));
    const { items, next } = z.parse(response, await answer.json());
    tickets.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return tickets;
};

type Looks = Pick<Parameters<typeof meet>[0], 'scheme' | 'isElder'>;

/** The demo with somebody to play in it, and what it has by a few words of the title. */
export const openStudio = async (browser: Browser, url: string) => {
  const tickets = await ticketsAt(url);
  const idOf = (words: string): TicketId => {
    const ticket = tickets.find(({ title }) => title.includes(words));
    if (ticket === undefined) throw new Error(`the demo has no ticket with ${words}`);
    return ticket.id;
  };
  return {
    here: `communityId=${xingfuli}`,
    hall: await hallOf(url),
    activity: await activitiesOf(url),
    reward: await rewardsOf(url),
    /** Plays one person from sign-in to the end; without a name nobody signs in. */
    play: async (name: string | undefined, story: (person: Person) => Promise<void>, looks: Looks = {}) => {
      const person = await meet({ browser, url, ...looks });
      if (name !== undefined) await person.signIn(name);
      await story(person);
      await person.leave();
    },
    /** The ticket as everyone reads it. */
    read: async ({ goTo, see }: Person, words: string) => {
      await goTo(`pages/ticket/index?id=${idOf(words)}`);
      await see('办理经过');
    },
    /** The ticket as staff work on it. */
    work: async ({ goTo, see }: Person, words: string) => {
      await goTo(`staff/handle/index?id=${idOf(words)}`);
      await see('办理经过');
    },
  };
};

export type Studio = Awaited<ReturnType<typeof openStudio>>;

/** A step that stands behind 「更多」. */
export const pressMore = async ({ button }: Person, step: RegExp): Promise<void> => {
  await button('更多操作').tap();
  await button(step).last().tap();
};

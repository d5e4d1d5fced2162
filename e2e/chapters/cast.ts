import type { TicketId } from '@suishoupai/shared/ids';
import { meet, type Person } from '../person.ts';
import type { Stage } from './chapter.ts';
import { handlePage, ticketPage } from './ticket-pages.ts';

type Phone = Pick<Parameters<typeof meet>[0], 'at'>;

/** The people of a chapter: each comes with a phone of their own when first called, and goes home at the end. */
export const castOf = ({ product, browser }: Stage) => {
  const present = new Map<string, Person>();

  const called = async (name: string | undefined, phone: Phone): Promise<Person> => {
    const key = name ?? '';
    const known = present.get(key);
    if (known !== undefined) return known;
    const person = await meet({ browser: browser(), url: product().url, ...phone });
    present.set(key, person);
    if (name !== undefined) await person.signIn(name);
    return person;
  };

  return {
    /** Somebody of the demo, signed in; `at` holds for a phone that is new. */
    call: (name: string, phone: Phone = {}): Promise<Person> => called(name, phone),
    /** Somebody of the demo before the ticket, on the screen where staff work. */
    atWork: async (name: string, ticketId: TicketId): Promise<Person> => {
      const person = await called(name, {});
      await person.goTo(handlePage(ticketId));
      await person.see('办理经过');
      return person;
    },
    /** Somebody who walks by, signed in nowhere, finds all of it said on the ticket's page; words are there once they have been checked. */
    passerReads: async (ticketId: TicketId, ...sentences: readonly string[]): Promise<Person> => {
      const passer = await called(undefined, {});
      const screen = () => sentences.reduce((body, hasText) => body.filter({ hasText }), passer.page.locator('body'));
      await passer.lookUntil(ticketPage(ticketId), screen);
      return passer;
    },
    /** What a developer would see in red on any of the phones. */
    trouble: (): string[] => [...present.values()].flatMap(({ trouble }) => trouble),
    leave: async (): Promise<void> => {
      for (const person of present.values()) await person.leave();
      present.clear();
    },
  };
};

import type { PersonId } from '@suishoupai/shared/ids';
import { countOf } from '../story.ts';
import type { World } from '../world.ts';

export const inboxOf = async ({ notices }: World['truth'], personId: PersonId) => {
  const all: Awaited<ReturnType<typeof notices.list>>['items'] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await notices.list(personId, cursor);
    all.push(...items);
    cursor = next;
  } while (cursor !== undefined);
  return all;
};

/** Nobody is told a thing twice, neither in the inbox nor by a message on the phone. */
export const brokenNotices = async ({ truth, messages, people }: World): Promise<string[]> => {
  const broken: string[] = [];
  for (const { personId } of people()) {
    const person = await truth.people.find(personId);
    const items = await inboxOf(truth, personId);
    const sent = messages.filter(({ openid }) => openid === person?.openid).map((each) => JSON.stringify(each));
    for (const message of new Set(sent)) {
      const { page, data } = JSON.parse(message) as (typeof messages)[number];
      const isOf = ({ about, title }: (typeof items)[number]) =>
        page.endsWith(about) && Array.from(title).slice(0, 20).join('') === data['thing4']?.value;
      const times = countOf(sent, (each) => each === message);
      if (times > countOf(items, isOf)) broken.push(`${personId} got a message ${times} times`);
    }
    if (sent.length > items.length) broken.push(`${personId} got ${sent.length} messages for ${items.length} notices`);
    const seen = items.map(({ kind, about, at, text, title }) => JSON.stringify([kind, about, at, text, title]));
    const twice = seen.find((each, index) => seen.indexOf(each) !== index);
    if (twice !== undefined) broken.push(`${personId} was told the same thing twice: ${twice}`);
  }
  return broken;
};

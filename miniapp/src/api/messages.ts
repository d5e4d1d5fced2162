import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { newActionId } from '../platform/new-id.ts';
import { platform } from '../platform/platform.ts';
import { call, send } from './client.ts';

/** In WeChat it must be the first call of the tap. What is allowed counts only once it is noted. */
export const askForMessages = (templates: SubscriptionTemplate[]): Promise<SubscriptionTemplate[]> =>
  platform.allowMessages(templates, send).catch(() => []);

/** That it could not be noted disturbs nobody. */
export const noteMessages = async (accepted: SubscriptionTemplate[]): Promise<void> => {
  if (accepted.length === 0) return;
  await newActionId()
    .then((id) => call(peopleRoutes.addSubscriptions, { body: { id, accepted } }))
    .catch(() => undefined);
};

/** Asks and notes. Call it first in the tap handler; never throws. */
export const allowMessages = async (templates: SubscriptionTemplate[]): Promise<void> =>
  noteMessages(await askForMessages(templates));

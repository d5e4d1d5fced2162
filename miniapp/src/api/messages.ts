import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { SubscriptionTemplate } from '@suishoupai/shared/notices/contract';
import { peopleRoutes } from '@suishoupai/shared/people/contract';
import { newActionId } from '../platform/new-id.ts';
import { platform } from '../platform/platform.ts';
import { call, send } from './client.ts';

/** In WeChat it must be the first call of the tap. What is allowed counts only once it is noted. */
export const askForMessages = (templates: SubscriptionTemplate[]): Promise<SubscriptionTemplate[]> =>
  platform.allowMessages(templates, send).catch(() => []);

/** How many messages of each kind may still be sent. */
export type Remaining = RouteResponse<typeof peopleRoutes.getSubscriptions>['remaining'];

/** That it could not be noted disturbs nobody; undefined then, and when nothing was allowed. */
export const noteMessages = async (accepted: SubscriptionTemplate[]): Promise<Remaining | undefined> => {
  if (accepted.length === 0) return undefined;
  return await newActionId()
    .then((id) => call(peopleRoutes.addSubscriptions, { body: { id, accepted } }))
    .then(({ remaining }) => remaining)
    .catch(() => undefined);
};

/** Asks and notes. Call it first in the tap handler; never throws. */
export const allowMessages = async (templates: SubscriptionTemplate[]): Promise<Remaining | undefined> =>
  noteMessages(await askForMessages(templates));

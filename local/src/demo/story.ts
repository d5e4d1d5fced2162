import type { StepBody } from '@suishoupai/functions/tickets/step-content';
import type { DepartmentId, GridId } from '@suishoupai/shared/ids';
import type { FlagReason } from '@suishoupai/shared/moderation/contract';
import type { CategoryCode } from '@suishoupai/shared/taxonomy/contract';
import type { EnteredReport } from '@suishoupai/shared/tickets/contract';
import type { PersonStep } from '@suishoupai/shared/tickets/transitions';
import type { SceneName } from './scenes.ts';

/** When something happens, seen from the moment of seeding: minutes ago, or so many days ago at that time in China; less than none is to come. */
export type When = { minutesAgo: number } | { daysAgo: number; at: `${number}:${number}` };

export const on = (daysAgo: number, at: `${number}:${number}`): When => ({ daysAgo, at });
export const ago = (minutesAgo: number): When => ({ minutesAgo });

const chinaOffsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;

export const timeOf = (when: When, seededAt: Date): Date => {
  if ('minutesAgo' in when) return new Date(seededAt.getTime() - when.minutesAgo * 60_000);
  const [hour = 0, minute = 0] = when.at.split(':').map(Number);
  const today = Math.floor((seededAt.getTime() + chinaOffsetMs) / dayMs);
  return new Date((today - when.daysAgo) * dayMs + hour * 3_600_000 + minute * 60_000 - chinaOffsetMs);
};

type Act = { by: string; when: When };
type Step = Act & {
  step: PersonStep;
  note?: string;
  photos?: readonly SceneName[];
  stars?: number;
  departmentId?: DepartmentId;
  supporting?: StepBody['supporting'];
  categoryCode?: CategoryCode;
  limit?: StepBody['limit'];
  stage?: number;
  /** Days from the moment of seeding. */
  reviewInDays?: number;
  /** The story it is merged into. */
  into?: string;
  /** The colleague it is handed to. */
  colleague?: string;
};
/** What people do to a ticket, one after another. */
export type StoryAct = Step | (Act & { does: 'join' }) | (Act & { comment: string }) | (Act & { flags: FlagReason });

export type Story = {
  name: string;
  by: string;
  when: When;
  categoryCode: CategoryCode;
  description: string;
  grid: GridId;
  label: string;
  photos: readonly SceneName[];
  /** Written down by staff for somebody else. */
  entered?: Pick<EnteredReport, 'channel' | 'resident'>;
  /** At the same spot as another story. */
  at?: string;
  steps: readonly StoryAct[];
};

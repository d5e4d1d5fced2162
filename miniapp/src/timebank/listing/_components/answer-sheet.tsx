import { Call, Contact, type Listing } from '@suishoupai/shared/timebank/contract';
import { timebankLimits } from '@suishoupai/shared/timebank/limits';
import { useState } from 'react';
import * as z from 'zod/mini';
import { useNow } from '../../../state/now.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { notify } from '../../../ui/notify.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { lengthsUpTo, MinutesPick } from '../../minutes-pick.tsx';
import { MomentPick } from '../../moment-pick.tsx';
import { Stack } from '../../parts.tsx';
import { tomorrowAtNine, wallOf } from '../../wall.ts';
import type { Answer } from '../_hooks/use-listing.ts';

/** How somebody is called and reached; told to the other side only. */
export const ReachFields = ({
  call,
  contact,
  onChange,
}: Pick<Answer, 'call' | 'contact'> & { onChange: (change: Partial<Answer>) => void }) => (
  <>
    <Field label="怎么称呼您">
      <LineBox
        value={call}
        onChange={(value) => onChange({ call: value })}
        maxLength={timebankLimits.call}
        placeholder="比如 王阿姨"
        label="怎么称呼您"
      />
    </Field>
    <Field label="您的电话" hint="约好以后对方才看得到，做完就不再显示">
      <LineBox
        value={contact}
        onChange={(value) => onChange({ contact: value })}
        maxLength={20}
        placeholder="手机或座机"
        label="您的电话"
        keyboard="number"
      />
    </Field>
  </>
);

/** What is missing of them, in words. */
export const missingReach = ({ call, contact }: Pick<Answer, 'call' | 'contact'>): string | undefined => {
  if (!z.safeParse(Call, call).success) return '写怎么称呼您';
  return z.safeParse(Contact, contact).success ? undefined : '写一个电话';
};

type Props = { listing: Listing; isRunning: boolean; onSend: (answer: Answer) => void; onClose: () => void };

export const AnswerSheet = ({ listing, isRunning, onSend, onClose }: Props) => {
  const now = useNow();
  const isPool = listing.fundedBy === 'pool';
  const [answer, setAnswer] = useState<Answer>(() => ({
    minutes: isPool ? listing.minutes : Math.min(60, listing.minutes),
    plannedAt: tomorrowAtNine(now),
    call: '',
    contact: '',
  }));
  const change = (given: Partial<Answer>) => setAnswer((before) => ({ ...before, ...given }));
  const missing = missingReach(answer);
  return (
    <Sheet isOpen title={listing.kind === 'offer' ? '请这位邻居帮忙' : '我来帮'} onClose={onClose}>
      <Stack>
        <MinutesPick
          label="约多久"
          choices={isPool ? [listing.minutes] : lengthsUpTo(listing.minutes)}
          value={answer.minutes}
          onChange={(minutes) => change({ minutes })}
        />
        <MomentPick
          label="什么时候"
          value={answer.plannedAt}
          from={wallOf(now).day}
          onChange={(plannedAt) => change({ plannedAt })}
        />
        <ReachFields call={answer.call} contact={answer.contact} onChange={change} />
        <Button
          isLarge
          look={missing === undefined ? 'filled' : 'soft'}
          text={missing ?? '发给对方'}
          isLoading={isRunning}
          onPress={() => (missing === undefined ? onSend(answer) : notify(missing))}
        />
      </Stack>
    </Sheet>
  );
};

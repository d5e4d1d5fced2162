import type { CommunityId } from '@suishoupai/shared/ids';
import { minutesWords } from '@suishoupai/shared/timebank/labels';
import { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { open, routes } from '../../../routes.ts';
import { Button } from '../../../ui/button.tsx';
import { Card } from '../../../ui/card.tsx';
import { LineBox } from '../../../ui/line-box.tsx';
import { notify } from '../../../ui/notify.ts';
import { blank, type Draft, listingOf, missingIn } from '../../make/draft.ts';
import { ListingForm } from '../../make/listing-form.tsx';
import { Stack, Words } from '../../parts.tsx';

const nobody = { name: '', building: '', entrance: '', room: '' };

/** Minutes of the pool for an old person living alone: listed for volunteers, paid by the pool. */
export const Promising = ({ communityId, free }: { communityId: CommunityId; free: number }) => {
  const { running, act } = useAct();
  const [draft, setDraft] = useState<Draft>(() => blank('request'));
  const [elder, setElder] = useState(nobody);
  const change = (given: Partial<typeof nobody>) => setElder((before) => ({ ...before, ...given }));
  const missing =
    elder.name.trim() === ''
      ? '写老人怎么称呼'
      : elder.building === '' || elder.room === ''
        ? '写老人住哪一户'
        : (missingIn(draft) ?? (draft.minutes > free ? `池里只有 ${minutesWords(free)}` : undefined));
  const send = async () => {
    if (missing !== undefined) return notify(missing);
    const made = await act(`promise ${JSON.stringify([draft, elder])}`, (id) => {
      const listing = listingOf(draft, `lst_${communityId}_${id.slice(4)}`);
      if (listing === undefined) throw new Error('the form was complete a moment ago');
      return call(timebankStaffRoutes.promiseHours, { body: { ...listing, kind: 'request', elder } });
    });
    if (made === undefined) return;
    notify('已答应，挂出给志愿者');
    open(routes.listing(made.id));
  };
  return (
    <Stack>
      <Card title="给哪位老人">
        <Stack>
          <Words isQuiet text={`池里还能答应 ${minutesWords(free)}。姓名、门牌只有社区和约好的志愿者看得到。`} />
          <LineBox value={elder.name} onChange={(name) => change({ name })} maxLength={10} placeholder="怎么称呼" />
          <LineBox
            value={elder.building}
            onChange={(building) => change({ building })}
            maxLength={12}
            placeholder="几栋"
          />
          <LineBox
            value={elder.entrance}
            onChange={(entrance) => change({ entrance })}
            maxLength={12}
            placeholder="几单元（可不填）"
          />
          <LineBox value={elder.room} onChange={(room) => change({ room })} maxLength={12} placeholder="房号" />
        </Stack>
      </Card>
      <ListingForm
        communityId={communityId}
        draft={draft}
        isLocked={false}
        onChange={(given) => setDraft((before) => ({ ...before, ...given }))}
      />
      <Button
        isLarge
        look={missing === undefined ? 'filled' : 'soft'}
        text={missing ?? `答应 ${minutesWords(draft.minutes)}`}
        isLoading={running !== undefined}
        onPress={() => void send()}
      />
    </Stack>
  );
};

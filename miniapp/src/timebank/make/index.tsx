import type { CommunityId, ListingId } from '@suishoupai/shared/ids';
import type { ListingKind } from '@suishoupai/shared/timebank/contract';
import { kindNames } from '@suishoupai/shared/timebank/labels';
import { NewListing, timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { useRouter } from '@tarojs/taro';
import { call, useMe } from '../../api/client.ts';
import { Submit } from '../../forms/submit.tsx';
import { useKept } from '../../forms/use-kept.ts';
import { refusalWords, useSending } from '../../forms/use-sending.ts';
import { newActionId } from '../../platform/new-id.ts';
import { replace, routes } from '../../routes.ts';
import { Card } from '../../ui/card.tsx';
import { notify } from '../../ui/notify.ts';
import { Pill } from '../../ui/pill.tsx';
import { PillLine } from '../../ui/pill-line.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { SignedIn, Words } from '../parts.tsx';
import { blank, Draft, listingOf, missingIn } from './draft.ts';
import { ListingForm } from './listing-form.tsx';

const kinds: ListingKind[] = ['request', 'offer'];

const Form = ({ communityId, first }: { communityId: CommunityId; first: ListingKind }) => {
  const about = `${communityId}:${useMe()?.id}`;
  const { value: draft, setValue, clear } = useKept(`listing:${about}`, Draft, blank(first));
  const { isSending, isLocked, refusal, submit } = useSending({
    key: `listed:${about}`,
    schema: NewListing,
    send: (body) => call(timebankRoutes.makeListing, { body }),
    onDone: ({ id }) => {
      clear();
      notify('挂出了，审核后邻居就能看到');
      replace(routes.listing(id));
    },
  });
  const freshId = async (): Promise<ListingId> => `lst_${communityId}_${(await newActionId()).slice(4)}`;
  return (
    <Screen
      foot={
        <Submit
          missing={isLocked ? undefined : missingIn(draft)}
          text="挂出来"
          isSending={isSending}
          isLocked={isLocked}
          onSubmit={() => void submit(async () => listingOf(draft, await freshId()))}
        />
      }
    >
      <PillLine label="能帮还是要帮">
        {kinds.map((kind) => (
          <Pill
            key={kind}
            text={kindNames[kind]}
            isChosen={draft.kind === kind}
            onPress={() => setValue((before) => ({ ...before, kind }))}
          />
        ))}
      </PillLine>
      <Slot>
        {refusal !== undefined && (
          <Card tone="warn">
            <Words text={refusalWords(refusal)} />
          </Card>
        )}
      </Slot>
      <ListingForm
        communityId={communityId}
        draft={draft}
        isLocked={isLocked}
        onChange={(change) => setValue((before) => ({ ...before, ...change }))}
      />
    </Screen>
  );
};

const Page = () => {
  const { communityId = '', kind } = useRouter().params;
  return (
    <SignedIn why="登录后写的内容会存在手机里。">
      <Form communityId={communityId} first={kind === 'offer' ? 'offer' : 'request'} />
    </SignedIn>
  );
};

export default Page;

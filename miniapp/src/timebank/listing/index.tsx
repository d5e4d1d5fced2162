import { ListingId } from '@suishoupai/shared/ids';
import type { Listing } from '@suishoupai/shared/timebank/contract';
import { fitWords, kindNames, minutesWords, skillNames, timesWords } from '@suishoupai/shared/timebank/labels';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { ListingRow } from '../listing-row.tsx';
import { Head, Missing, Stack, Words } from '../parts.tsx';
import { AnswerSheet } from './_components/answer-sheet.tsx';
import { useListing } from './_hooks/use-listing.ts';

const safetyWords = (listing: Listing): string | undefined => {
  if (listing.safety === 'pending') return '正在审核，通过后邻居就能看到';
  if (listing.safety === 'held' || listing.safety === 'appealed') return '等社区看过，邻居暂时看不到';
  return listing.safety === 'hidden'
    ? `没有公开${listing.takenDown === undefined ? '' : `：${listing.takenDown}`}`
    : undefined;
};

const ownerWords = ({ isMine, fundedBy, by, owner }: Listing): string => {
  if (isMine) return by === undefined ? '您挂出的' : `${by}按您的嘱咐挂出的`;
  if (fundedBy === 'pool') return '社区替一位独居老人挂出，时长由互助池出';
  const stars = owner.stars === undefined ? '' : `，邻居给 ${owner.stars} 星`;
  return owner.done === 0 ? '邻居，第一次互助' : `邻居，做成过 ${owner.done} 次${stars}`;
};

const stepNames = { pause: '暂停', resume: '重新挂出', end: '结束' } as const;

const Opened = ({ listingId }: { listingId: ListingId }) => {
  const { view, reload, running, step, flag, answering } = useListing(listingId);
  const listing = view.state === 'ready' ? view.data : undefined;
  const foot = listing?.mayAnswer ? (
    <Button isLarge text={listing.kind === 'offer' ? '请他帮忙' : '我来帮'} onPress={answering.open} />
  ) : undefined;
  return (
    <Screen foot={foot}>
      <Loaded view={view} onRetry={() => void reload()}>
        {(shown) => (
          <Stack>
            <Head title={`${kindNames[shown.kind]}：${skillNames[shown.skill]}`} note={ownerWords(shown)}>
              <Chip text={minutesWords(shown.minutes)} icon="clock" />
              <Chip text={shown.place} icon="map-pin" />
              {shown.state === 'paused' && <Chip text="已暂停" tone="soon" />}
              {shown.state === 'ended' && <Chip text="已结束" />}
            </Head>
            <Slot>
              {safetyWords(shown) !== undefined && (
                <Card tone="info">
                  <Words text={safetyWords(shown) ?? ''} />
                </Card>
              )}
            </Slot>
            <Card>
              <Stack>
                <Words text={shown.words ?? '这条信息邻居暂时看不到'} />
                <Words isQuiet text={timesWords(shown.times)} />
              </Stack>
            </Card>
            {shown.matches.length > 0 && (
              <Card isTight title="合适的邻居">
                <Rows>
                  {shown.matches.map(({ card, fit }) => (
                    <ListingRow key={card.id} card={card} note={fitWords(fit)} />
                  ))}
                </Rows>
              </Card>
            )}
            {shown.maySteps.map((what) => (
              <Button
                key={what}
                look={what === 'end' ? 'plain' : 'ghost'}
                text={stepNames[what]}
                isLoading={running === what}
                onPress={() => step(what)}
              />
            ))}
            {!shown.isMine && <Button look="plain" text="投诉" onPress={flag} />}
          </Stack>
        )}
      </Loaded>
      <Slot>
        {listing !== undefined && answering.isOpen && (
          <AnswerSheet
            listing={listing}
            isRunning={running?.startsWith('answer') ?? false}
            onSend={answering.send}
            onClose={answering.close}
          />
        )}
      </Slot>
    </Screen>
  );
};

const Page = () => {
  const id = z.safeParse(ListingId, useRouter().params['id']);
  return id.success ? <Opened key={id.data} listingId={id.data} /> : <Missing title="没有找到这条互助信息" />;
};

export default Page;

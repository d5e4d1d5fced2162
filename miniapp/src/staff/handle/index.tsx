import { TicketId } from '@suishoupai/shared/ids';
import { useRouter } from '@tarojs/taro';
import * as z from 'zod/mini';
import { useMe } from '../../api/client.ts';
import { NotFound } from '../../ticket/not-found.tsx';
import { Screen } from '../../ui/screen.tsx';
import { HandleScreen } from './_components/handle-screen.tsx';

const Page = () => {
  const personId = useMe()?.id;
  const ticketId = z.safeParse(TicketId, useRouter().params['id']);
  if (ticketId.success) return <HandleScreen key={personId} ticketId={ticketId.data} />;
  return (
    <Screen>
      <NotFound />
    </Screen>
  );
};

export default Page;

import type { CommunityId } from '@suishoupai/shared/ids';
import type { StaffBook } from '@suishoupai/shared/points/book-contract';
import type { Line } from '@suishoupai/shared/points/contract';
import { honourRoutes, type merits } from '@suishoupai/shared/points/honours';
import { pointsStaffRoutes } from '@suishoupai/shared/points/routes';
import type { Unit } from '@suishoupai/shared/points/transfer';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useDeeds } from '../../../council/use-deeds.ts';
import { notify, notifyError } from '../../../ui/notify.ts';

export type Wanted = { unit: Unit; direction: 'give' | 'take'; amount: number; reason: string; undoes?: Line['id'] };

/** A book by its code, and putting it right. */
export const useCorrect = (communityId: CommunityId) => {
  const params = { communityId };
  const [book, setBook] = useState<StaffBook>();
  const [isLooking, setLooking] = useState(false);
  const deeds = useDeeds();

  const find = async (code: string) => {
    setLooking(true);
    try {
      setBook(await call(pointsStaffRoutes.findBook, { params, query: { code } }));
    } catch (error) {
      notifyError(error);
    } finally {
      setLooking(false);
    }
  };

  const correct = (wanted: Wanted) =>
    deeds.run('correct', async (id) => {
      if (book === undefined) return;
      const body = { id, code: book.book, ...wanted };
      const { state } = await call(pointsStaffRoutes.correct, { params, body });
      notify(state === 'waiting' ? '超过一个人的限额，已请另一位同事确认' : '已记上，居民看得到原因');
      await find(book.book);
    });

  const commend = (year: number, merit: (typeof merits)[number]) =>
    deeds.run('commend', async (id) => {
      if (book === undefined) return;
      await call(honourRoutes.commend, { params, body: { id, code: book.book, year, merit } });
      notify('已表彰');
    });

  return { book, isLooking, find, correct, commend, deeds };
};

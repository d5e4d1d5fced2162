import type { RouteResponse } from '@suishoupai/shared/contract/route';
import type { ClaimId, CommunityId, ExchangeId, ListingId } from '@suishoupai/shared/ids';
import type { Identified } from '@suishoupai/shared/timebank/contract';
import { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import { type ActFor, type Resident, timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import { useState } from 'react';
import { call } from '../../../api/client.ts';
import { useAct } from '../../../forms/use-act.ts';
import { useLoad } from '../../../load/use-load.ts';
import { useRefresh } from '../../../load/use-refresh.ts';
import { confirmed, notify } from '../../../ui/notify.ts';

/** What waits for the community in the time bank. */
export const useDesk = (communityId: CommunityId) => {
  const params = { communityId };
  const { view, reload } = useLoad(
    `timebank desk ${communityId}`,
    async () => {
      const [waiting, { pool }] = await Promise.all([
        call(timebankStaffRoutes.listTimebankWaiting, { params, query: {} }),
        call(timebankRoutes.getPool, { params, query: {} }),
      ]);
      return { items: waiting.items, pool };
    },
    { reloadOnShow: true },
  );
  useRefresh(reload);
  const { running, act } = useAct();

  const judge = async (listingId: ListingId, verdict: 'pass' | 'hidden') => {
    const isSure =
      verdict === 'pass' ||
      (await confirmed({ title: '不公开这条？', text: '会告诉挂出的人，可以申诉一次。', yes: '不公开' }));
    if (!isSure) return;
    const note = verdict === 'hidden' ? { note: '不适合公开' } : {};
    const noted = await act(`judge ${listingId} ${verdict}`, (id) =>
      call(timebankStaffRoutes.judgeListing, { params: { listingId }, body: { id, verdict, ...note } }),
    );
    if (noted !== undefined) notify(verdict === 'pass' ? '已公开' : '没有公开');
    await reload();
  };

  return { view, reload, running, judge: (id: ListingId, verdict: 'pass' | 'hidden') => void judge(id, verdict) };
};

export type Unit = { building: string; entrance: string; room: string };

/** 代办: somebody of a household is found, what they have is read, and one thing they asked for is done. */
export const useActing = (communityId: CommunityId) => {
  const params = { communityId };
  const { running, act } = useAct();
  const [residents, setResidents] = useState<Resident[]>();
  const [resident, setResident] = useState<Resident>();
  const [identified, setIdentified] = useState<Identified>();
  const [hours, setHours] = useState<RouteResponse<typeof timebankStaffRoutes.getResidentHours>>();

  const find = async ({ building, entrance, room }: Unit) => {
    const query = { building, room, ...(entrance === '' ? {} : { entrance }) };
    const found = await act(`find ${building} ${entrance} ${room}`, () =>
      call(timebankStaffRoutes.findResidents, { params, query }),
    );
    if (found === undefined) return;
    setResidents(found.items);
    setResident(undefined);
  };

  const look = async (claimId: ClaimId) => {
    const known = await act(`look ${claimId}`, () =>
      call(timebankStaffRoutes.getResidentHours, { params: { ...params, claimId } }),
    );
    if (known !== undefined) setHours(known);
  };

  /** What `make` says under a fresh id; true when it is done. */
  const send = async (what: string, make: (tail: string) => ActFor): Promise<boolean> => {
    if (resident === undefined) return false;
    if (identified === undefined) {
      notify('先选怎么核对的身份');
      return false;
    }
    const { claimId } = resident;
    const done = await act(`${what} ${claimId}`, (id) =>
      call(timebankStaffRoutes.actForResident, {
        params: { ...params, claimId },
        body: { identified, act: make(id.slice(4)) },
      }),
    );
    if (done === undefined) return false;
    notify('办好了，已经告诉本人');
    await look(claimId);
    return true;
  };

  const read = (exchangeId: ExchangeId) =>
    act(`read ${exchangeId}`, () => call(timebankRoutes.getExchange, { params: { exchangeId } }));

  return {
    running,
    read,
    residents,
    resident,
    hours,
    find: (unit: Unit) => void find(unit),
    choose: (chosen: Resident) => {
      setResident(chosen);
      setHours(undefined);
      setIdentified(undefined);
      void look(chosen.claimId);
    },
    identified,
    setIdentified,
    send,
  };
};
export type Acting = ReturnType<typeof useActing>;

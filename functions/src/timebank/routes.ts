import { communityOf } from '@suishoupai/shared/ids';
import type { timebankRoutes } from '@suishoupai/shared/timebank/routes';
import type { timebankStaffRoutes } from '@suishoupai/shared/timebank/staff-routes';
import type { Handlers } from '../http/handlers.ts';
import type { TimebankService } from './service.ts';

export const timebankHandlers = (bank: TimebankService): Handlers<typeof timebankRoutes> => {
  const { listing, exchanges, giving, nudging, asSelf } = bank;
  return {
    getTimebank: ({ viewer, params, now }) => bank.home(viewer, params.communityId, now),
    setNudge: async ({ viewer, params, body, now }) =>
      nudging.set(await bank.inCommunity(viewer, params.communityId, now), body.want === 'on'),
    listListings: ({ viewer, params, query, now }) => bank.list(viewer, { ...params, ...query }, now),
    listMyListings: ({ viewer, params, query }) => bank.mine(viewer, params.communityId, query.cursor),
    makeListing: async ({ viewer, body, now }) => {
      const { id } = await listing.make(asSelf(viewer), body, now);
      return bank.viewListing(viewer, id, now);
    },
    getListing: ({ viewer, params, now }) => bank.viewListing(viewer, params.listingId, now),
    stepListing: async ({ viewer, params, body, now }) => {
      const { id } = await bank.stepListingAs(viewer.personId, viewer, params.listingId, body, now);
      return bank.viewListing(viewer, id, now);
    },
    flagListing: ({ viewer, params, body, now }) => listing.flag(viewer.personId, params.listingId, body, now),
    appealListing: ({ viewer, params, body, now }) => listing.appeal(viewer.personId, params.listingId, body, now),
    answerListing: async ({ viewer, body, now }) =>
      bank.exchangeFor(viewer, await exchanges.answer(asSelf(viewer), body, now), now),
    listExchanges: ({ viewer, params, query }) => bank.myExchanges(viewer, params.communityId, query.cursor),
    getExchange: async ({ viewer, params, now }) =>
      bank.exchangeFor(viewer, await exchanges.find(params.exchangeId), now),
    stepExchange: async ({ viewer, params, body, now }) =>
      bank.exchangeFor(viewer, await bank.stepAsParty(asSelf(viewer), params.exchangeId, body, now), now),
    listKin: ({ viewer, params }) => giving.kin({ ...params, personId: viewer.personId }),
    inviteKin: async ({ viewer, params, body, now }) =>
      giving.invite(await bank.inCommunity(viewer, params.communityId, now), body, now),
    acceptKin: ({ viewer, params, body, now }) => giving.accept({ ...params, personId: viewer.personId }, body, now),
    giveHours: ({ viewer, params, body, now }) => giving.give(params.communityId, asSelf(viewer), body, now),
    donateHours: async ({ viewer, params, body, now }) => {
      const { communityId } = await bank.inCommunity(viewer, params.communityId, now);
      return giving.donate(communityId, asSelf(viewer), body, now);
    },
    getPool: ({ viewer, params, query, now }) => bank.pool(viewer, params.communityId, query.cursor, now),
  };
};

export const timebankStaffHandlers = (bank: TimebankService): Handlers<typeof timebankStaffRoutes> => {
  const { listing, exchanges, desk, clerkOf } = bank;
  return {
    listTimebankWaiting: async ({ viewer, params, query, now }) =>
      desk.waiting(await clerkOf(viewer, params.communityId, now), params.communityId, query.cursor),
    judgeListing: async ({ viewer, params, body, now }) =>
      listing.judge(await clerkOf(viewer, communityOf(params.listingId), now), params.listingId, body, now),
    mediateExchange: async ({ viewer, params, body, now }) => {
      const clerk = await clerkOf(viewer, communityOf(params.exchangeId), now);
      return bank.exchangeFor(viewer, await exchanges.mediate(clerk, params.exchangeId, body, now), now);
    },
    stepPromised: async ({ viewer, params, body, now }) => {
      const { label } = await clerkOf(viewer, communityOf(params.exchangeId), now);
      const after = await bank.stepOurs(viewer.personId, label, params.exchangeId, body, now);
      return bank.exchangeFor(viewer, after, now);
    },
    promiseHours: async ({ viewer, body, now }) => {
      const clerk = await clerkOf(viewer, communityOf(body.id), now);
      const { id } = await listing.promise(clerk, body, now);
      return bank.viewListing(viewer, id, now);
    },
    findResidents: async ({ viewer, params, query, now }) =>
      desk.residents(await clerkOf(viewer, params.communityId, now), params.communityId, query, now),
    getResidentHours: async ({ viewer, params, now }) =>
      desk.hoursOf(await clerkOf(viewer, params.communityId, now), params.communityId, params.claimId, now),
    actForResident: ({ viewer, params, body, now }) =>
      bank.actFor(viewer, params.communityId, params.claimId, body, now),
  };
};

import { ticketNumber } from '@suishoupai/shared/ids';
import type { Photo } from '@suishoupai/shared/media/contract';
import { categoryByCode } from '@suishoupai/shared/taxonomy/categories';
import type { TicketEvent as EventView, TicketCard, TicketView } from '@suishoupai/shared/tickets/contract';
import { openSteps, type Relation } from '@suishoupai/shared/tickets/transitions';
import type { Viewer } from '../http/handlers.ts';
import type { CardRecord, Ticket, TicketEvent } from './store.ts';

type PhotoOf = (id: Photo['id']) => Photo;

/** How a person stands to a ticket, in every way at once; the access rule of the engine. */
export const relationsOf = (ticket: Ticket, viewer: Viewer | undefined): Relation[] => {
  if (viewer === undefined) return [];
  const relations: Relation[] = viewer.personId === ticket.reporterId ? ['reporter'] : [];
  for (const grant of viewer.grants) {
    if (grant.communityId !== ticket.communityId) continue;
    if (grant.role === 'departmentStaff' && grant.departmentId === ticket.department?.id) relations.push('handler');
    if (grant.role === 'gridWorker' && grant.gridId === ticket.grid?.id) relations.push('gridWorker');
    if (grant.role === 'communityStaff') relations.push('communityStaff');
  }
  return relations;
};

const audienceOf = (relations: readonly Relation[]): TicketView['relation'] => {
  if (relations.some((relation) => relation !== 'reporter')) return 'staff';
  return relations.length === 0 ? 'public' : 'reporter';
};

/** A card for everyone (`public`) or for those inside: the reporter and the staff. */
export const cardOf = (card: CardRecord, audience: 'public' | 'inside', photoOf: PhotoOf): TicketCard => {
  const categoryName = categoryByCode(card.categoryCode)?.name ?? '其他';
  const isTakenBack = card.state === 'withdrawn';
  const open = isTakenBack ? {} : { title: card.publicTitle, cover: card.publicCover };
  const { title, cover } = audience === 'public' ? open : card;
  return {
    id: card.id,
    number: ticketNumber(card.id, card.reportedAt),
    communityId: card.communityId,
    categoryCode: card.categoryCode,
    categoryName,
    title: title ?? categoryName,
    state: card.state,
    version: card.version,
    grid: card.grid,
    department: card.department,
    reportedAt: card.reportedAt,
    dueAt: card.dueAt,
    coverUrl: cover === undefined ? undefined : photoOf(cover).thumbUrl,
    stars: card.stars,
  };
};

type Shown = { isShown: (item: string) => boolean; heldAs: (item: string) => EventView['safety']; photoOf: PhotoOf };

const eventOf = (event: TicketEvent, { isShown, heldAs, photoOf }: Shown): EventView => ({
  id: event.id,
  at: event.at,
  step: event.step,
  state: event.state,
  actor: event.actor.label,
  // The report's words are the description; they are not said twice.
  note: event.step !== 'report' && isShown(event.id) ? event.note : undefined,
  safety: heldAs(event.id),
  photos: event.photoIds.filter(isShown).map((id) => ({ ...photoOf(id), safety: heldAs(id) })),
  stars: event.stars,
});

/** As much of a ticket as this viewer may see. Outsiders see neither reporter nor place, and only what passed the safety check. */
export const viewOf = (ticket: Ticket, viewer: Viewer | undefined, photoOf: PhotoOf): TicketView => {
  const relations = relationsOf(ticket, viewer);
  const relation = audienceOf(relations);
  const isInside = relation !== 'public';
  // Whoever withdraws takes back the words and photos too.
  const isOpen = (item: string) => ticket.safety[item] === undefined || ticket.safety[item] === 'pass';
  const isShown = (item: string) => isInside || (ticket.state !== 'withdrawn' && isOpen(item));
  const isReviewer = relations.includes('communityStaff');
  const heldAs = (item: string) => {
    const safety = ticket.safety[item];
    return isReviewer && safety !== 'pass' ? safety : undefined;
  };
  const reportId = ticket.events[0]?.id ?? '';
  return {
    ...cardOf(ticket, isInside ? 'inside' : 'public', photoOf),
    relation,
    place: isInside ? ticket.place : {},
    description: isShown(reportId) ? ticket.description : undefined,
    isHeld: Object.values(ticket.safety).some((safety) => safety === 'pending' || safety === 'held'),
    dutyVersion: ticket.dutyVersion,
    events: ticket.events
      .filter(({ step }) => isInside || step !== 'review')
      .map((event) => eventOf(event, { isShown, heldAs, photoOf })),
    can: openSteps(ticket.state, relations),
  };
};

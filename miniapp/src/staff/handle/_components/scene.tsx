import type { TicketView } from '@suishoupai/shared/tickets/contract';
import { BeforeAfter } from '../../../ticket/before-after.tsx';
import { picturesOf } from '../../../ticket/pictures.ts';
import { Card } from '../../../ui/card.tsx';
import { PhotoStrip } from '../../../ui/photo-strip.tsx';

/** Every photo of the report to work by; once there is a reply, the pair to judge by. What came by telephone has none. */
export const Scene = ({ ticket, now }: { ticket: TicketView; now: string }) => {
  const { before, after } = picturesOf(ticket, now);
  if (after !== undefined && 'photos' in after) return <BeforeAfter {...(before && { before })} after={after} />;
  if (before === undefined || !('photos' in before)) return null;
  if (before.photos.length === 1) return <BeforeAfter before={before} />;
  return (
    <Card title="现场照片" aside={`${before.photos.length} 张`}>
      <PhotoStrip photos={before.photos} label="现场照片" />
    </Card>
  );
};

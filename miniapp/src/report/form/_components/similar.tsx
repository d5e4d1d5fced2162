import { SimilarCard } from '../../../ticket/similar/similar-card.tsx';
import { useSimilar } from '../../../ticket/similar/use-similar.ts';
import type { Report } from '../_hooks/use-report.ts';

/** What others have reported here already, once place and category are known. */
export const Similar = ({ report: { draft, isSubmitting } }: { report: Report }) => {
  const { place, categoryCode } = draft;
  const similar = useSimilar({ categoryCode, point: place?.standing.state === 'inside' ? place.point : undefined });
  return isSubmitting ? null : <SimilarCard key={similar.key} similar={similar} />;
};

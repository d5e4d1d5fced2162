import { View } from '@tarojs/components';
import { SimilarSheet } from '../../ticket/similar/similar-sheet.tsx';
import { SimilarStrip } from '../../ticket/similar/similar-strip.tsx';
import { useSimilar } from '../../ticket/similar/use-similar.ts';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { CategoryCard } from './_components/category-card.tsx';
import { Foot } from './_components/foot.tsx';
import { Notes } from './_components/notes.tsx';
import { PhotosCard } from './_components/photos-card.tsx';
import { PlaceCard } from './_components/place-card.tsx';
import { useReport } from './_hooks/use-report.ts';
import styles from './index.module.scss';
import { partId } from './part.ts';

const ReportPage = () => {
  const report = useReport();
  const { draft, isSubmitting } = report;
  const { place, categoryCode } = draft;
  const similar = useSimilar({ categoryCode, point: place?.standing.state === 'inside' ? place.point : undefined });
  const isTold = similar.items.length > 0 && !isSubmitting;
  return (
    <Screen foot={<Foot report={report} />} notice={isTold && <SimilarStrip similar={similar} />}>
      <Slot>
        <Notes report={report} />
      </Slot>
      <View id={partId('photos')}>
        <PhotosCard report={report} />
      </View>
      <View id={partId('place')}>
        <PlaceCard report={report} />
      </View>
      <View id={partId('category')}>
        <CategoryCard report={report} />
      </View>
      <Slot>{isTold && <SimilarSheet key={similar.key} similar={similar} />}</Slot>
      <Slot>{isSubmitting && <View className={styles['hold']} />}</Slot>
    </Screen>
  );
};

export default ReportPage;

import { View } from '@tarojs/components';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { CategoryCard } from './_components/category-card.tsx';
import { Foot } from './_components/foot.tsx';
import { Notes } from './_components/notes.tsx';
import { PhotosCard } from './_components/photos-card.tsx';
import { PlaceCard } from './_components/place-card.tsx';
import { Similar } from './_components/similar.tsx';
import { useReport } from './_hooks/use-report.ts';
import styles from './index.module.scss';
import { partId } from './part.ts';

const ReportPage = () => {
  const report = useReport();
  return (
    <Screen foot={<Foot report={report} />}>
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
      <Slot>
        <Similar report={report} />
      </Slot>
      <Slot>{report.isSubmitting && <View className={styles['hold']} />}</Slot>
    </Screen>
  );
};

export default ReportPage;

import { Text } from '@tarojs/components';
import { PhotoGrid } from '../../../photos/photo-grid.tsx';
import { Card } from '../../../ui/card.tsx';
import type { Report } from '../_hooks/use-report.ts';
import styles from './photos-card.module.scss';

export const PhotosCard = ({ report: { photos, problems, isSubmitting, isSignInNeeded } }: { report: Report }) => (
  <Card>
    <PhotoGrid photos={photos} addText="拍照或选照片" isLocked={isSubmitting} error={problems.photos} />
    <Text className={styles['note']}>
      {isSignInNeeded ? '登录后开始上传，照片和内容都留着' : `最多 ${photos.max} 张 · 自动去除照片里的拍摄位置信息`}
    </Text>
  </Card>
);

import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { aria } from '../ui/aria.ts';
import { cx } from '../ui/cx.ts';
import { Icon } from '../ui/icon/icon.tsx';
import { Press } from '../ui/press.tsx';
import styles from './photo-grid.module.scss';
import type { Photos, UploadingPhoto } from './use-photos.ts';

const stateText: Record<UploadingPhoto['state'], string> = {
  uploading: '上传中',
  cleaning: '处理中',
  clean: '',
  refused: '不能用',
  failed: '点按重试',
};

type Props = { photos: Photos; addText?: string; isDisabled?: boolean };

/** Picked photos with what is happening to each, and the cell that adds more. */
export const PhotoGrid = ({ photos: { photos, max, add, remove, retry }, addText = '拍照', isDisabled }: Props) => {
  const message = photos.find((photo) => photo.message !== undefined)?.message;
  return (
    <View>
      <View className={styles['grid']} {...aria({ role: 'list' })}>
        {photos.map(({ id, path, thumbUrl, state }, index) => (
          <View key={id} className={styles['cell']} {...aria({ role: 'listitem' })}>
            <Press
              className={styles['square']}
              label={[`第 ${index + 1} 张照片`, stateText[state]].filter(Boolean).join('，')}
              onPress={() => (state === 'failed' ? retry(id) : void Taro.previewImage({ urls: [path] }))}
            >
              <Image className={styles['image']} src={thumbUrl ?? path} mode="aspectFill" />
              {state !== 'clean' && (
                <View className={cx(styles['cover'], styles[state])}>
                  <Icon
                    name={state === 'refused' ? 'circle-x' : state === 'failed' ? 'rotate-cw' : 'loader-circle'}
                    isSpinning={state === 'uploading' || state === 'cleaning'}
                  />
                  <Text className={styles['state']}>{stateText[state]}</Text>
                </View>
              )}
            </Press>
            {isDisabled !== true && (
              <Press className={styles['remove']} label={`删除第 ${index + 1} 张照片`} onPress={() => remove(id)}>
                <View className={styles['dot']}>
                  <Icon name="x" size="mark" />
                </View>
              </Press>
            )}
          </View>
        ))}
        {photos.length < max && isDisabled !== true && (
          <View className={styles['cell']}>
            <Press className={cx(styles['square'], styles['add'])} label={addText} onPress={() => void add()}>
              <View className={styles['prompt']}>
                <Icon name="camera" />
                <Text className={styles['state']}>{addText}</Text>
              </View>
            </Press>
          </View>
        )}
      </View>
      {message !== undefined && (
        <Text className={styles['message']} {...aria({ role: 'alert' })}>
          {message}
        </Text>
      )}
    </View>
  );
};

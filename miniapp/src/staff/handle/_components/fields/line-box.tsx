import { View } from '@tarojs/components';
import { TextLine } from '../../../../ui/text-line.tsx';
import styles from './fields.module.scss';

type Props = { value: string; onChange: (value: string) => void; maxLength: number; placeholder: string };

/** One line in a sunken box, named by what stands in it while it is empty. */
export const LineBox = ({ value, onChange, maxLength, placeholder }: Props) => (
  <View className={styles['box']}>
    <TextLine value={value} onChange={onChange} maxLength={maxLength} placeholder={placeholder} label={placeholder} />
  </View>
);

import { Text } from '@tarojs/components';
import styles from './prose.module.scss';

/** Words as somebody wrote them, paragraphs kept. */
export const Prose = ({ text, isQuiet = false }: { text: string; isQuiet?: boolean }) => (
  <Text className={isQuiet ? styles['quiet'] : styles['prose']} userSelect>
    {text}
  </Text>
);

import { Text, View } from '@tarojs/components';
import { Card } from '../../ui/card.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { privacyText } from './_components/privacy-text.ts';
import { useAbout } from './_hooks/use-about.ts';
import styles from './index.module.scss';

const AboutPage = () => {
  const { community, openGuideline, callCommunity, callNationalLine } = useAbout();
  return (
    <Screen>
      {privacyText.map(({ title, lines }) => (
        <Card key={title} title={title}>
          {lines.map((line) => (
            <View key={line} className={styles['line']}>
              <View className={styles['dot']} />
              <Text className={styles['text']}>{line}</Text>
            </View>
          ))}
        </Card>
      ))}
      <Card isTight title="投诉和求助">
        <Rows>
          {community !== undefined && (
            <ListRow
              icon="phone"
              title={`打给${community.name}`}
              note={`${community.hotline.phone} · ${community.hotline.contact} · ${community.hotline.hours}`}
              role="button"
              onPress={callCommunity}
            />
          )}
          <ListRow
            icon="phone"
            title="打 12345 政务服务便民热线"
            note="社区没有答复，或对答复不满意"
            role="button"
            onPress={callNationalLine}
          />
          {openGuideline !== undefined && (
            <ListRow icon="shield-check" title="《用户隐私保护指引》全文" onPress={openGuideline} />
          )}
        </Rows>
      </Card>
    </Screen>
  );
};

export default AboutPage;

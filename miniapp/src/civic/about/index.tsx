import { consentChanges, consentVersion } from '@suishoupai/shared/people/consent';
import { Text } from '@tarojs/components';
import { open, routes } from '../../routes.ts';
import { Card } from '../../ui/card.tsx';
import { ListRow } from '../../ui/list-row.tsx';
import { Points } from '../../ui/points.tsx';
import { Rows } from '../../ui/rows.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { MyConsents } from './_components/my-consents.tsx';
import { privacyPolicy, userAgreement } from './_components/privacy-text.ts';
import { useAbout } from './_hooks/use-about.ts';

const AboutPage = () => {
  const { community, openGuideline, callCommunity, callNationalLine } = useAbout();
  return (
    <Screen>
      <Card tone="info" title="《隐私政策》和《用户协议》" aside={`${consentVersion} 版`}>
        <Text>{`这一版${consentChanges}`}</Text>
      </Card>
      {[...privacyPolicy, ...userAgreement].map(({ title, lines }) => (
        <Card key={title} title={title}>
          <Points lines={lines} />
        </Card>
      ))}
      <Slot>
        <MyConsents />
      </Slot>
      <Card isTight title="投诉和求助">
        <Rows>
          {community !== undefined && (
            <ListRow
              icon="clipboard-list"
              title="谁负责什么"
              note="哪类问题归谁管、多久办好"
              onPress={() => open(routes.duty(community.id))}
            />
          )}
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

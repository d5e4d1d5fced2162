import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Screen } from '../../ui/screen.tsx';
import { Slot } from '../../ui/slot.tsx';
import { Again } from './_components/again.tsx';
import { Consent } from './_components/consent.tsx';
import { PersonaList } from './_components/persona-list.tsx';
import { Refused } from './_components/refused.tsx';
import { useSignIn } from './_hooks/use-sign-in.ts';
import styles from './index.module.scss';

const SignInPage = () => {
  const { why } = useRouter().params;
  const { busy, refusal, enter, isAgreed, toggle } = useSignIn();
  return (
    <Screen>
      <View className={styles['head']}>
        <View className={styles['mark']}>
          <Icon name="camera" size="large" />
        </View>
        <Text className={styles['title']}>随手拍</Text>
        <Text className={styles['text']}>拍一张，派得准，看得见</Text>
      </View>
      {why === 'consent' && <Again />}
      <Consent isGiven={isAgreed} onToggle={toggle} />
      <Slot>{refusal !== undefined && <Refused refusal={refusal} />}</Slot>
      {process.env['TARO_ENV'] === 'h5' ? (
        <PersonaList busy={busy} onChoose={(id) => void enter(id)} />
      ) : (
        <Button text="微信登录" isLarge isLoading={busy !== undefined} onPress={() => void enter()} />
      )}
    </Screen>
  );
};

export default SignInPage;

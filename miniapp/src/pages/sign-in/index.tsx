import { Text, View } from '@tarojs/components';
import { open, routes } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Screen } from '../../ui/screen.tsx';
import { PersonaList } from './_components/persona-list.tsx';
import { Refused } from './_components/refused.tsx';
import { useSignIn } from './_hooks/use-sign-in.ts';
import styles from './index.module.scss';

const SignInPage = () => {
  const { busy, refusal, enter } = useSignIn();
  return (
    <Screen>
      <View className={styles['head']}>
        <View className={styles['mark']}>
          <Icon name="camera" size="large" />
        </View>
        <Text className={styles['title']}>随手拍</Text>
        <Text className={styles['text']}>拍一张，派得准，看得见</Text>
      </View>
      {refusal !== undefined && <Refused refusal={refusal} />}
      {process.env['TARO_ENV'] === 'h5' ? (
        <PersonaList busy={busy} onChoose={(id) => void enter(id)} />
      ) : (
        <Button text="微信登录" isLarge isLoading={busy !== undefined} onPress={() => void enter()} />
      )}
      <Text className={styles['note']}>
        登录只取微信给本小程序的编号，不取您的手机号、头像和昵称。继续即表示您已读过下面的说明。
      </Text>
      <Button look="plain" text="我们怎样对待您的信息" onPress={() => open(routes.about())} />
    </Screen>
  );
};

export default SignInPage;

import { useDidHide } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { reader } from '../platform/read-aloud.ts';
import { useElder } from '../state/elder.ts';
import { Button } from './button.tsx';
import { notify } from './notify.ts';

const stop = (): void => reader?.stop();

/** Reads `text` aloud, in elder mode and where the phone has a voice; leaving the page ends it. */
export const ReadAloud = ({ text }: { text: string }) => {
  const isElder = useElder();
  const [isReading, setReading] = useState(false);
  useDidHide(stop);
  useEffect(() => stop, []);
  if (!isElder || reader === undefined) return null;
  const { read } = reader;
  const start = (): void => {
    setReading(true);
    read(text, (ending) => {
      setReading(false);
      if (ending === 'failed') notify('这台手机现在读不出来');
    });
  };
  return (
    <Button
      look="soft"
      icon={isReading ? 'square' : 'volume-2'}
      text={isReading ? '停' : '读给我听'}
      onPress={isReading ? stop : start}
    />
  );
};

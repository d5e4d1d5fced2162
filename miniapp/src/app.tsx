import { type PropsWithChildren, useEffect } from 'react';
import './app.scss';
import { startOutbox } from './outbox/start.ts';
import { tapByKeyboard } from './platform/keyboard.ts';
import { whenPageIsLost } from './platform/lost-page.ts';
import { markRoot } from './platform/root-mark.ts';
import { useElder } from './state/elder.ts';
import { notify } from './ui/notify.ts';

// Styles for what WeChat draws itself have no place in its package.
if (process.env['TARO_ENV'] !== 'weapp') require('./browser.scss');

whenPageIsLost(() => notify('网络断了，没能打开这一页'));
tapByKeyboard();
startOutbox();

const App = ({ children }: PropsWithChildren) => {
  const isElder = useElder();
  useEffect(() => markRoot(isElder), [isElder]);
  return children;
};

export default App;

import type { PropsWithChildren } from 'react';
import './app.scss';
import { whenPageIsLost } from './platform/lost-page.ts';
import { notify } from './ui/notify.ts';

whenPageIsLost(() => notify('网络断了，没能打开这一页'));

const App = ({ children }: PropsWithChildren) => children;

export default App;

const isWeapp = process.env['TARO_ENV'] === 'weapp';

/** H5 knows no theme.json: it gets the light values, and app.scss darkens its tab bar. */
const themed = (name: string, light: string) => (isWeapp ? `@${name}` : light);

const tab = (name: 'home' | 'nearby' | 'me', text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: themed(name, `assets/tab/${name}.png`),
  selectedIconPath: themed(`${name}On`, `assets/tab/${name}-on.png`),
});

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/nearby/index',
    'pages/me/index',
    'pages/sign-in/index',
    'pages/my-tickets/index',
    'pages/inbox/index',
    'pages/about/index',
    'pages/report/index',
    'pages/reported/index',
    'pages/ticket/index',
    'pages/place/index',
  ],
  subPackages: [{ root: 'staff', pages: ['queue/index', 'handle/index'] }],
  preloadRule: { 'pages/me/index': { network: 'all', packages: ['staff'] } },
  window: {
    navigationStyle: 'default',
    navigationBarTitleText: '随手拍',
    navigationBarBackgroundColor: themed('paper', '#f6f5f1'),
    navigationBarTextStyle: themed('navText', 'black') as 'black',
    backgroundColor: themed('paper', '#f6f5f1'),
    backgroundTextStyle: themed('refresh', 'dark') as 'dark',
  },
  tabBar: {
    color: themed('tabText', '#55605b'),
    selectedColor: themed('tabOn', '#0a5446'),
    backgroundColor: themed('card', '#ffffff'),
    borderStyle: themed('tabBorder', 'white') as 'white',
    list: [tab('home', '首页'), tab('nearby', '身边'), tab('me', '我的')],
  },
  ...(isWeapp ? {} : { animation: false }),
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用于把您拍到的问题标在地图上，派给负责的网格' } },
  __usePrivacyCheck__: true,
});

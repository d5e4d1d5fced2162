const isWeapp = process.env['TARO_ENV'] === 'weapp';

/** H5 knows no theme.json: it gets the light values, and app.scss darkens its tab bar. */
const themed = (name: string, light: string) => (isWeapp ? `@${name}` : light);

/** The version of 微信同声传译 that was added in WeChat's console; without it there is no plugin, and no reading aloud in WeChat. */
const voice = process.env['TARO_APP_READ_ALOUD'] ?? '';

const tab = (name: 'home' | 'nearby' | 'hall' | 'points' | 'me', text: string) => ({
  pagePath: `pages/${name}/index`,
  text,
  iconPath: themed(name, `assets/tab/${name}.png`),
  selectedIconPath: themed(`${name}On`, `assets/tab/${name}-on.png`),
});

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/nearby/index',
    'pages/hall/index',
    'pages/points/index',
    'pages/me/index',
    'pages/sign-in/index',
    'pages/my-tickets/index',
    'pages/inbox/index',
  ],
  subPackages: [
    // A part of its own under its old address, which is in messages and cards that were sent.
    { root: 'pages/ticket', pages: ['index'] },
    { root: 'report', pages: ['form/index', 'done/index', 'place/index', 'outbox/index'] },
    { root: 'civic', pages: ['duty/index', 'duty/history/index', 'joined/index', 'access-log/index', 'about/index'] },
    {
      root: 'staff',
      pages: [
        'queue/index',
        'handle/index',
        'enter/index',
        'duty/index',
        'duty/line/index',
        'duty/rule/index',
        'duty/publish/index',
        'patrol/index',
        'patrol/make/index',
        'patrol/found/index',
        'visit/index',
        'visit/record/index',
        'kit/index',
        'activity/index',
      ],
    },
    {
      root: 'hall',
      pages: [
        'topic/index',
        'vote/index',
        'propose/index',
        'meeting/index',
        'versions/index',
        'proof/index',
        'household/index',
        'past/index',
      ],
    },
    {
      root: 'timebank',
      pages: ['index/index', 'listing/index', 'make/index', 'exchange/index', 'give/index', 'pool/index', 'desk/index'],
    },
    {
      root: 'council',
      pages: [
        'desk/index',
        'claims/index',
        'roll/index',
        'roll/import/index',
        'units/index',
        'representatives/index',
        'topic/index',
        'topic/plan/index',
        'topic/ticket/index',
        'meeting/index',
        'room/index',
        'minutes/index',
        'minutes/write/index',
        'vote/index',
        'result/index',
        'paper/index',
        'paper/enter/index',
        'held/index',
      ],
    },
    {
      root: 'volunteer',
      pages: ['index/index', 'activity/index', 'record/index', 'certificate/index', 'profile/index'],
    },
    {
      root: 'organise',
      pages: ['index/index', 'make/index', 'activity/index', 'people/index', 'flagged/index', 'volunteers/index'],
    },
    { root: 'rewards', pages: ['index', 'reward/index', 'order/index', 'orders/index'] },
    { root: 'counter', pages: ['index', 'orders/index', 'catalogue/index', 'reward/index', 'serve/index'] },
    {
      root: 'points',
      pages: ['lines/index', 'rules/index', 'book/index', 'honours/index', 'desk/index', 'correct/index', 'rule/index'],
    },
  ],
  preloadRule: {
    'pages/home/index': { network: 'all', packages: ['report', 'pages/ticket'] },
    'pages/hall/index': { network: 'all', packages: ['hall'] },
    'pages/points/index': { network: 'all', packages: ['points'] },
    'pages/sign-in/index': { network: 'all', packages: ['civic'] },
    'pages/me/index': { network: 'all', packages: ['civic', 'staff', 'council'] },
  },
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
    list: [tab('home', '首页'), tab('nearby', '身边'), tab('hall', '议事'), tab('points', '积分'), tab('me', '我的')],
  },
  ...(isWeapp ? {} : { animation: false }),
  ...(isWeapp && voice !== '' ? { plugins: { WechatSI: { version: voice, provider: 'wx069ba97219f66d99' } } } : {}),
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['chooseLocation'],
  permission: { 'scope.userLocation': { desc: '用于把您拍到的问题标在地图上，派给负责的网格' } },
  __usePrivacyCheck__: true,
});

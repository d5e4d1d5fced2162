import type { Basis } from '../rule-set.ts';

type Article = Omit<Basis, 'id'>;

const lawTexts = '国家法律法规文本汇编 LawRefBook/Laws';
const civilCode = {
  law: '中华人民共和国民法典',
  article: '第二百七十八条',
  source: lawTexts,
  verified: 'read',
} as const;
const beijing = { law: '北京市物业管理条例（2024-03-29）', source: lawTexts, verified: 'read' } as const;
const hangzhou = { law: '杭州市物业管理条例（2021 修订）', source: lawTexts, verified: 'read' } as const;
const shanghai = { law: '上海市住宅物业管理规定（2020 修正）', source: lawTexts, verified: 'read' } as const;
const oldCommittee = {
  law: '城市居民委员会组织法（2018 修正）',
  article: '第九条',
  source: '多处转载的同一文本，未见官方原件',
  verified: 'excerpt',
} as const;
const newCommittee = {
  law: '城市居民委员会组织法（2025-10-28 修订，2026-01-01 施行）',
  article: '第四章',
  source: '待核实：修订文本的比例尚未查到原文，这里的数值由各社区按原文设定',
  verified: 'unverified',
} as const;
const product = {
  law: '随手拍的设定',
  article: '',
  source: '没有法律规定的数值，由各社区按本地规定设定',
  verified: 'unverified',
} as const;

const ownersCase = {
  law: '最高人民法院关于审理建筑物区分所有权纠纷案件适用法律若干问题的解释',
  source: '未见原文；杭州市物业管理条例第十七条同此',
  verified: 'unverified',
} as const;
const beijingAnswers = {
  law: '北京业主决策平台问答（2020-11-25）',
  article: '',
  source: '北京市住房和城乡建设委员会',
} as const;

/** Every article that a rule rests on, in the words of the law but shortened. */
export const articles = {
  'civil-278-turnout': {
    ...civilCode,
    text: '由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决',
  },
  'civil-278-ordinary': {
    ...civilCode,
    text: '应当经参与表决专有部分面积过半数的业主且参与表决人数过半数的业主同意',
  },
  'civil-278-major': {
    ...civilCode,
    text: '第六项至第八项：应当经参与表决专有部分面积四分之三以上的业主且参与表决人数四分之三以上的业主同意',
  },
  'assembly-notice': {
    law: '业主大会和业主委员会指导规则',
    article: '',
    text: '会议召开十五日以前通知全体业主',
    source: '转引，未见原文',
    verified: 'excerpt',
  },
  'beijing-notice': { ...beijing, article: '第三十五条', text: '提前十五日通知并公示；未公示的事项不得表决' },
  'beijing-system': {
    ...beijing,
    article: '第三十五条',
    text: '通过互联网方式表决的，应当通过市住房建设部门的电子投票系统',
  },
  'beijing-result': { ...beijing, article: '第三十七条', text: '决定在三日内公示' },
  'beijing-once': { ...beijingAnswers, text: '每人只能投一次，投出后不能修改', verified: 'read' },
  'hangzhou-notice': {
    ...hangzhou,
    article: '第十九条',
    text: '定期会议十五日前、临时会议七日前通知并公示；未公示的议题不得表决',
  },
  'hangzhou-paper': { ...hangzhou, article: '第二十条', text: '一般采用电子方式；业主要求纸质方式的，应当提供' },
  'hangzhou-voting': { ...hangzhou, article: '第二十条', text: '投票期限不少于五日且不超过六十日' },
  'hangzhou-publication': { ...hangzhou, article: '第三十条', text: '业主大会的决定公开时间不得少于十五日' },
  'hangzhou-turnout': {
    ...hangzhou,
    article: '第十六条',
    text: '面积占比三分之二以上且人数占比三分之二以上的业主参与表决',
  },
  'hangzhou-ordinary': { ...hangzhou, article: '第十六条', text: '参与表决面积过半数且参与表决人数过半数的业主同意' },
  'hangzhou-major': {
    ...hangzhou,
    article: '第十六条',
    text: '第六项至第八项：参与表决面积四分之三以上且参与表决人数四分之三以上的业主同意',
  },
  'hangzhou-heads': {
    ...hangzhou,
    article: '第十七条',
    text: '建设单位尚未出售和未交付的部分，以及同一买受人的多个专有部分，按一人计算',
  },
  'shanghai-turnout': {
    ...shanghai,
    article: '第十八条',
    text: '面积占比三分之二以上且人数占比三分之二以上的业主参与表决',
  },
  'shanghai-ordinary': { ...shanghai, article: '第十八条', text: '参与表决面积过半数且参与表决人数过半数的业主同意' },
  'shanghai-major': {
    ...shanghai,
    article: '第十八条',
    text: '筹集维修资金，改建重建，改变共有部分用途或者用于经营：面积四分之三以上且人数四分之三以上的业主同意',
  },
  'shanghai-proxy': { ...shanghai, article: '第十八条', text: '代理人持书面委托书，并依据委托人对所议事项的意见投票' },
  'shanghai-result': {
    ...shanghai,
    article: '第二十六条',
    text: '业主委员会的决定三日内公告；业主大会的结果也照此公布',
  },
  'committee-2018-turnout': { ...oldCommittee, text: '居民会议必须有全体人员的过半数出席，才能举行' },
  'committee-2018-approval': { ...oldCommittee, text: '会议的决定，由出席人的过半数通过' },
  'committee-2018-forms': {
    ...oldCommittee,
    text: '由全体十八周岁以上的居民，或者每户的代表，或者每个居民小组选举的代表二至三人参加',
  },
  'committee-2026-turnout': { ...newCommittee, text: '出席比例：暂按过半数' },
  'committee-2026-approval': { ...newCommittee, text: '通过比例：暂按出席人的过半数' },
  consultation: {
    law: '社区协商',
    article: '',
    text: '意向征询只供决策参考：参加的人过半数赞成，算多数意见',
    source: '没有法定比例，由各社区设定',
    verified: 'unverified',
  },
  'budget-wish': {
    law: '民生微实事',
    article: '',
    text: '居民分配点数，按得点多少依次安排，钱够为止',
    source: '各地办法不同，由各社区设定',
    verified: 'unverified',
  },
  'roll-heads': {
    ...ownersCase,
    article: '第九条',
    text: '业主人数按专有部分数量计算；建设单位尚未出售和未交付的部分，以及同一买受人的多个专有部分，按一人计算',
  },
  'roll-area': {
    ...ownersCase,
    article: '第八条',
    text: '专有部分面积按不动产登记簿记载的面积计算；尚未登记的按实测面积，尚未实测的按买卖合同',
  },
  'roll-co-owners': {
    ...beijingAnswers,
    text: '共有的房屋由共有人商定一人投票，算一票；多套房屋的业主面积相加，人数算一人',
    verified: 'read',
  },
  'roll-sale': {
    ...beijingAnswers,
    text: '表决期间卖房：卖方已经投的票有效，没有投的由买方投',
    verified: 'excerpt',
  },
  'product-notice': { ...product, text: '提前公告的天数' },
  'product-publication': { ...product, text: '结果公示的天数' },
  'product-changeable': { ...product, text: '截止以前可以改，最后一次算数' },
} as const satisfies Record<string, Article>;

export type ArticleId = keyof typeof articles;

/** The articles a rule set names, ready for its `basis`. */
export const basisFor = (...ids: ArticleId[]): Basis[] => [...new Set(ids)].map((id) => ({ id, ...articles[id] }));

import type { CategoryCode } from './contract.ts';

/**
 * Classes and subclasses, numbered as deployed systems number them after CJ/T 214 and GB/T 30428.2 (01上水井盖, 02污水井盖 …):
 * one string each, because the whole catalogue ships to the phone. Classes 21 are extensions: the city's own components,
 * and what people meet inside a residential compound, which the street-oriented standard does not list.
 * Never reorder or remove within a class; append.
 */
export const classes: readonly (readonly [prefix: string, name: string, subclasses: string])[] = [
  [
    'E21',
    '住宅小区',
    '电动车存放充电隐患 消防通道堵塞 消防设施无法正常使用 小区垃圾清理 小区堆物影响通行 小区水电气维修 电梯故障 宠物扰民 室内噪声 空调噪声 宠物噪声 小区私搭乱建 业委会与物业纠纷 邻里纠纷 居民自治与民主协商 99其他小区问题',
  ],
  [
    'E01',
    '市容环境',
    '私搭乱建 暴露垃圾 积存垃圾渣土 道路不洁 水域不洁 绿地脏乱 废弃车辆 废弃家具设施 非装饰性树挂 道路破损 河堤破损 道路遗撒 建筑物外立面不洁 水域秩序问题 焚烧垃圾树叶 油烟污染 动物尸体清理 擅自饲养家禽家畜 99其他市容环境问题',
  ],
  ['E02', '宣传广告', '非法小广告 违章张贴悬挂广告牌匾 占道广告牌 街头散发广告 广告招牌破损 99其他宣传广告问题'],
  ['E03', '施工管理', '施工扰民 工地扬尘 施工废弃料 施工占道 无证掘路 99其他施工问题'],
  [
    'E04',
    '突发事件',
    '路面塌陷 自来水管破裂 燃气管道破裂 下水道堵塞或破损 热力管道破裂 道路积水 道路积雪结冰 架空线缆损坏 群发性事件 99其他突发事件',
  ],
  [
    'E05',
    '街面秩序',
    '无照经营游商 流浪乞讨 占道废品收购 店外经营 机动车乱停放 非机动车乱停放 乱堆物堆料 商业噪音 黑车拉客 露天烧烤 沿街晾挂 非法出版物销售 空调室外机低挂 99其他街面秩序问题',
  ],
  ['E06', '其他事件', '99其他事件'],
  [
    'C01',
    '公用设施',
    '上水井盖 污水井盖 雨水井盖 雨水箅子 电力井盖 路灯井盖 通讯井盖 电视井盖 网络井盖 热力井盖 燃气井盖 公安井盖 消防设施 无主井盖 通讯交接箱 电力设施 立杆 路灯 地灯 景观灯 报刊亭 电话亭 邮筒 信息亭 自动售货机 健身设施 中水井盖 公交井盖 输油(气)井盖 特殊井盖 民用水井 供水器 高压线铁塔 变压器(箱) 燃气调压站(箱) 监控电子眼 售货亭 治安岗亭',
  ],
  [
    'C02',
    '道路交通',
    '停车场 停车咪表 公交站亭 出租车站牌 过街天桥 地下通道 高架立交桥 跨河桥 交通标志牌 交通信号灯 交通护栏 存车支架 路名牌 交通信号设施 道路信息显示屏 道路隔音屏 交通岗亭',
  ],
  [
    'C03',
    '市容环境',
    '公共厕所 化粪池 公厕指示牌 垃圾间(楼) 垃圾箱 灯箱霓虹灯 广告牌匾 环保监测站 气象监测站 污水口监测站',
  ],
  ['C04', '园林绿化', '古树名木 行道树 护树设施 花架花钵 绿地 雕塑 街头坐椅 绿地护栏 绿地维护设施 喷泉'],
  ['C05', '房屋土地', '宣传栏 人防工事 公房地下室'],
  ['C06', '其他设施', '重大危险源 工地 水域附属设施 水域护栏 防洪墙'],
  // 14 kinds of cover by owner are no choice for a passer-by: 井盖破损缺失 is the one to pick when the owner is not known.
  ['C21', '小区设施', '电梯 路灯配电箱 环卫工具房 井盖破损缺失'],
];

/** Extension → the category of the standard's list it corresponds to, where there is one. */
export const gbCodes: Readonly<Record<string, CategoryCode>> = {
  E2103: 'C0113',
  E2104: 'E0102',
  E2105: 'E0507',
  E2112: 'E0101',
};

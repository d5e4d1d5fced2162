import type { NegativeRule } from './negative.ts';

const committee = '《城市居民委员会组织法》第二条：居委会是自治组织，不是行政机关';
const unlisted = '《北京市接诉即办工作条例》第十七条：清单以外的任务不得推给社区';

/**
 * The negative list a new community starts from; its staff change it. The product's own choice of what committees of residents have
 * no authority for, after the practice of 社区工作事项准入 and the two rules above; the other laws are named from general
 * knowledge, so a community's lawyer reads them before it relies on them.
 */
export const defaultNegative: readonly NegativeRule[] = [
  {
    id: 'neg_building',
    codes: ['E0101', 'E2112'],
    text: '违法建设的认定、处罚和拆除',
    basis: '《城乡规划法》第六十八条：由政府责成有关部门强制拆除',
  },
  {
    id: 'neg_street',
    codes: ['E0115', 'E0116', 'E0202', 'E0203', 'E0501', 'E0503', 'E0504', 'E0508', 'E0510'],
    text: '占道经营、违规广告、油烟噪声等的查处和罚款',
    basis: '《行政处罚法》第十七条：处罚由有处罚权的行政机关实施',
  },
  {
    id: 'neg_sanitation',
    codes: ['E0103', 'E0105', 'E0107', 'E0112'],
    text: '渣土、废弃车辆、水域和道路遗撒的清运与环卫执法',
    basis: `《城市市容和环境卫生管理条例》；${unlisted}`,
  },
  {
    id: 'neg_site',
    codes: ['E03'],
    text: '建筑工地的检查、停工和处罚',
    basis: `《建筑法》；${committee}`,
  },
  {
    id: 'neg_fire',
    codes: ['E2101', 'E2102', 'E2103', 'C0113'],
    text: '消防监督检查、查封和处罚（居委会只做宣传和劝导）',
    basis: '《消防法》第五十三条：监督检查由消防救援机构和派出所负责',
  },
  {
    id: 'neg_gas',
    codes: ['E0403', 'C0111', 'C0129', 'C0135'],
    text: '燃气设施的检查、抢修和处罚',
    basis: `《城镇燃气管理条例》；${committee}`,
  },
  {
    id: 'neg_danger',
    codes: ['E0401', 'E0405', 'E0408', 'E0409', 'C0601'],
    text: '塌陷、管线断裂等现场抢险，群发性事件和重大危险源的处置',
    basis: `《突发事件应对法》；${unlisted}`,
  },
  {
    id: 'neg_traffic',
    codes: ['E0505', 'E0509', 'C0210', 'C0214'],
    text: '违停处罚、黑车查处和交通信号设施的管理',
    basis: '《道路交通安全法》第五条：由公安交通管理部门负责',
  },
  {
    id: 'neg_lift',
    codes: ['E2107', 'C2101'],
    text: '电梯的检验、维修和停用决定',
    basis: '《特种设备安全法》：由使用单位维修，由监管部门监察',
  },
];

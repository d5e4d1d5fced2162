import type { Limit, Stage } from './contract.ts';

/**
 * The kinds of department a rule can name: 物业 property company, 城管 urban management, 环卫 sanitation, 消防 fire service, 电力
 * power and lighting, 排水 drainage, 绿化 parks, 市政 roads and structures, 交警 traffic police, 公安 police, 供水 water, 燃气 gas,
 * 通信 telecoms, 住建 construction authority.
 */
export type DepartmentKey =
  | 'wuye'
  | 'chengguan'
  | 'huanwei'
  | 'xiaofang'
  | 'dianli'
  | 'paishui'
  | 'lvhua'
  | 'shizheng'
  | 'jiaojing'
  | 'gongan'
  | 'gongshui'
  | 'ranqi'
  | 'tongxin'
  | 'zhujian';

type Limits = Readonly<{ accept: Limit; resolve: Limit; check: Limit }>;

export type DutyRule = Readonly<{
  /** Codes or prefixes of codes, apart by a space; the longest that fits a category decides. */
  codes: string;
  /** Undefined: no line, so that the report goes to the community desk and a person decides. */
  lead: DepartmentKey | undefined;
  supporting?: readonly DepartmentKey[];
  limits?: Limits;
  stages?: readonly Stage[];
}>;

const hour = (amount: number): Limit => ({ unit: 'hour', amount });
const workHour = (amount: number): Limit => ({ unit: 'workHour', amount });
const workDay = (amount: number): Limit => ({ unit: 'workDay', amount });

/** First response within 24 hours, solved within 7 working days. A check takes a working day. */
export const usualLimits: Limits = { accept: hour(24), resolve: workDay(7), check: workDay(1) };
const within = (resolve: Limit, accept: Limit = hour(24)): Limits => ({ accept, resolve, check: workDay(1) });

/** Danger to life: guarded at once, about two hours in the practice of cities for a missing manhole cover. */
const urgent = within(hour(2), hour(1));
/** Works that cannot wait for office hours; the product's own choice. */
const roundTheClock = within(hour(24), hour(1));
const workHours = (amount: number): Limits => within(workHour(amount), workHour(2));

/** A staged case of city A: the limit of the last stage, 拆除, is that of the whole. */
const illegalBuilding: Pick<DutyRule, 'limits' | 'stages'> = {
  limits: within(workDay(20)),
  stages: [
    { name: '停工', limit: workHour(4) },
    { name: '处罚', limit: workDay(7) },
  ],
};

/**
 * The responsibility list a new community starts from; its staff change it. Leads follow 事件先属地后属主, 部件先属主后属地: inside
 * a compound the property company (首接负责), outside it whoever owns the thing. Where cities publish limits, one of theirs is
 * taken and named: A = a city's 立案结案标准 (暴露垃圾 4工作时, 渣土堆 2工作日, 路面积水 4工作时, 绿地保洁 4工作时, 绿地养护 5工作日, 私搭乱建
 * 停工 4工作时、处罚 7工作日、拆除 20工作日); J = 济源 (道路不洁 5工作时, 水域不洁 15工作日). Limits without a letter are the product's own.
 *
 * Without a line on purpose: E0409 群发性事件 and C0601 重大危险源 (a person must call the authorities), E2113 业委会与物业纠纷
 * (the property company would judge itself), E2114 邻里纠纷 (mediation by the residents' committee), E2115 居民自治与民主协商 (becomes a
 * topic), E0699 其他事件 (nobody's by rule).
 */
export const dutyRules: readonly DutyRule[] = [
  { codes: 'E0409 C0601 E2113 E2114 E2115 E0699', lead: undefined },

  { codes: 'E21', lead: 'wuye' },
  { codes: 'E2101 E2102', lead: 'wuye', supporting: ['xiaofang'], limits: roundTheClock },
  { codes: 'E2103', lead: 'wuye', supporting: ['xiaofang'], limits: within(workDay(3)) },
  { codes: 'E2104', lead: 'wuye', supporting: ['huanwei'], limits: workHours(4) }, // A, as 暴露垃圾
  { codes: 'E2105', lead: 'wuye', supporting: ['xiaofang'], limits: within(workDay(2)) },
  { codes: 'E2106', lead: 'wuye', supporting: ['gongshui', 'dianli', 'ranqi'], limits: within(workDay(1)) },
  { codes: 'E2107', lead: 'wuye', limits: roundTheClock },
  { codes: 'E2108 E2109 E2111', lead: 'wuye', supporting: ['gongan'], limits: within(workDay(3)) },
  { codes: 'E2112', lead: 'chengguan', supporting: ['wuye'], ...illegalBuilding }, // A

  { codes: 'E01 E02 E05', lead: 'chengguan' },
  { codes: 'E0101', lead: 'chengguan', supporting: ['zhujian'], ...illegalBuilding }, // A
  { codes: 'E0102', lead: 'huanwei', supporting: ['wuye'], limits: workHours(4) }, // A
  { codes: 'E0103', lead: 'huanwei', supporting: ['chengguan'], limits: within(workDay(2)) }, // A
  { codes: 'E0104 E0112', lead: 'huanwei', limits: workHours(5) }, // J
  { codes: 'E0105', lead: 'huanwei', supporting: ['paishui'], limits: within(workDay(15)) }, // J
  { codes: 'E0106', lead: 'lvhua', supporting: ['huanwei'], limits: workHours(4) }, // A
  { codes: 'E0107', lead: 'chengguan', supporting: ['jiaojing'] },
  { codes: 'E0108 E0109', lead: 'huanwei', limits: within(workDay(2)) },
  { codes: 'E0110 E0111', lead: 'shizheng' },
  { codes: 'E0114', lead: 'paishui' },
  { codes: 'E0115', lead: 'chengguan', limits: workHours(4) },
  { codes: 'E0117', lead: 'huanwei', limits: workHours(4) },
  { codes: 'E0201', lead: 'huanwei', supporting: ['chengguan'], limits: within(workDay(2)) },
  { codes: 'E0205', lead: 'chengguan', limits: within(workDay(1), hour(2)) },

  { codes: 'E03', lead: 'chengguan', supporting: ['zhujian'] },
  { codes: 'E0301 E0302 E0303', lead: 'chengguan', supporting: ['zhujian'], limits: within(workDay(1)) },
  { codes: 'E0305', lead: 'shizheng', supporting: ['chengguan'] },

  { codes: 'E0401', lead: 'shizheng', supporting: ['jiaojing'], limits: urgent },
  { codes: 'E0402', lead: 'gongshui', supporting: ['wuye'], limits: roundTheClock },
  { codes: 'E0403', lead: 'ranqi', supporting: ['xiaofang', 'wuye'], limits: urgent },
  { codes: 'E0404', lead: 'paishui', supporting: ['wuye'], limits: roundTheClock },
  { codes: 'E0405', lead: 'shizheng', limits: roundTheClock },
  { codes: 'E0406', lead: 'paishui', supporting: ['shizheng'], limits: workHours(4) }, // A
  { codes: 'E0407', lead: 'huanwei', limits: workHours(4) }, // A, as 积水 that froze
  { codes: 'E0408', lead: 'dianli', supporting: ['tongxin'], limits: urgent },
  { codes: 'E0499', lead: 'wuye', limits: roundTheClock },

  { codes: 'E0502 E0509 E0512', lead: 'gongan', supporting: ['chengguan'] },
  { codes: 'E0501 E0503 E0504 E0510 E0511', lead: 'chengguan', limits: within(workDay(2)) },
  { codes: 'E0505', lead: 'jiaojing', supporting: ['wuye'], limits: within(workDay(1)) },
  { codes: 'E0506', lead: 'wuye', supporting: ['chengguan'], limits: within(workDay(1)) },
  { codes: 'E0508', lead: 'chengguan', supporting: ['gongan'], limits: within(workDay(1)) },

  { codes: 'C01', lead: 'shizheng' },
  // A missing or broken cover is a danger whoever owns it.
  { codes: 'C0101', lead: 'gongshui', limits: urgent },
  { codes: 'C0102 C0103 C0104 C0127', lead: 'paishui', limits: urgent },
  { codes: 'C0105 C0106', lead: 'dianli', limits: urgent },
  { codes: 'C0107 C0108 C0109', lead: 'tongxin', limits: urgent },
  { codes: 'C0110 C0114 C0128 C0130', lead: 'shizheng', limits: urgent },
  { codes: 'C0111 C0129', lead: 'ranqi', limits: urgent },
  { codes: 'C0112', lead: 'gongan', limits: urgent },
  { codes: 'C0131 C0132', lead: 'gongshui' },
  { codes: 'C0113', lead: 'xiaofang', supporting: ['wuye'] },
  { codes: 'C0115 C0122 C0123 C0124', lead: 'tongxin' },
  { codes: 'C0116 C0133 C0134', lead: 'dianli', supporting: ['wuye'], limits: roundTheClock },
  // Lamps of a compound belong to its owners; those of the street to the city.
  { codes: 'C0118 C0119', lead: 'wuye', supporting: ['dianli'], limits: within(workDay(1)) },
  { codes: 'C0120', lead: 'dianli' },
  { codes: 'C0121 C0125 C0137', lead: 'chengguan' },
  { codes: 'C0126', lead: 'wuye' },
  { codes: 'C0135', lead: 'ranqi', limits: roundTheClock },
  { codes: 'C0136 C0138', lead: 'gongan' },

  { codes: 'C02', lead: 'shizheng' },
  { codes: 'C0201 C0212', lead: 'wuye' },
  { codes: 'C0202 C0209 C0211 C0215 C0217', lead: 'jiaojing' },
  { codes: 'C0210 C0214', lead: 'jiaojing', limits: roundTheClock },

  { codes: 'C03', lead: 'huanwei' },
  { codes: 'C0302', lead: 'huanwei', supporting: ['wuye'], limits: within(workDay(1)) },
  { codes: 'C0304 C0305', lead: 'huanwei', supporting: ['wuye'], limits: within(workDay(2)) },
  { codes: 'C0306 C0307', lead: 'chengguan' },
  { codes: 'C0310', lead: 'paishui' },

  { codes: 'C04', lead: 'lvhua', supporting: ['wuye'], limits: within(workDay(5)) }, // A
  { codes: 'C0406 C0410', lead: 'shizheng' },
  { codes: 'C0407', lead: 'wuye' },

  { codes: 'C05', lead: 'wuye' },
  { codes: 'C0502', lead: 'zhujian', supporting: ['wuye'] },
  { codes: 'C06', lead: 'paishui' },
  { codes: 'C0602', lead: 'zhujian', supporting: ['chengguan'] },

  { codes: 'C21', lead: 'wuye' },
  { codes: 'C2101', lead: 'wuye', limits: roundTheClock },
  { codes: 'C2102', lead: 'wuye', supporting: ['dianli'], limits: roundTheClock },
  { codes: 'C2104', lead: 'wuye', supporting: ['shizheng', 'paishui'], limits: urgent },
];

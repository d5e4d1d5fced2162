/** One State Council notice on 放假调休: runs of days off [first, last] and weekend days worked instead. */
type HolidayNotice = {
  year: number;
  source: string;
  off: readonly (readonly [first: string, last: string])[];
  worked: readonly string[];
};

/**
 * Copied from the notices. The next year's is published in October or November; until it is added here, whatever is due in
 * that year has no due time. Dates are whole because a notice may rule over days of the December before.
 */
export const holidayNotices: readonly HolidayNotice[] = [
  {
    year: 2025,
    source: '国办发明电〔2024〕12号 https://www.gov.cn/zhengce/content/202411/content_6986382.htm',
    off: [
      ['2025-01-01', '2025-01-01'],
      ['2025-01-28', '2025-02-04'],
      ['2025-04-04', '2025-04-06'],
      ['2025-05-01', '2025-05-05'],
      ['2025-05-31', '2025-06-02'],
      ['2025-10-01', '2025-10-08'],
    ],
    worked: ['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'],
  },
  {
    year: 2026,
    source: '国办发明电〔2025〕7号 https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm',
    off: [
      ['2026-01-01', '2026-01-03'],
      ['2026-02-15', '2026-02-23'],
      ['2026-04-04', '2026-04-06'],
      ['2026-05-01', '2026-05-05'],
      ['2026-06-19', '2026-06-21'],
      ['2026-09-25', '2026-09-27'],
      ['2026-10-01', '2026-10-07'],
    ],
    worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
  },
];

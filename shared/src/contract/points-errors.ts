/** What can go wrong around points, volunteering, the time bank and rewards beside what can anywhere; only their functions know it. */
export const pointsErrors = {
  'transfer.refused': { status: 409, message: '没有记上，账上没有变化' },
  'points.noCheckpoint': { status: 404, message: '账本每天夜里封存一次，第一次封存以后才能下载' },
  'book.notFound': { status: 404, message: '没有这个账号，请再核对一下' },
  'correction.notFound': { status: 404, message: '没有找到这笔更正' },
  'correction.own': { status: 409, message: '自己提出的更正要由另一位同事确认' },
  'correction.over': { status: 409, message: '这笔更正已经有结果了' },
} as const satisfies Record<string, { status: number; message: string }>;

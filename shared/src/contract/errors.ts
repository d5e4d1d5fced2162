/**
 * The closed union of what can go wrong, with the HTTP status and the sentence a resident reads.
 * Whatever is not here is a bug and answers 500 `internal`.
 */
export const errorTable = {
  'request.invalid': { status: 400, message: '提交的内容有误，请检查标出的地方' },
  'request.tooLarge': { status: 413, message: '提交的内容太大了' },
  'route.notFound': { status: 404, message: '没有这个地址' },
  'session.missing': { status: 401, message: '请先登录' },
  'session.expired': { status: 401, message: '登录已过期，请重新登录' },
  'session.codeInvalid': { status: 401, message: '微信登录凭证已失效，请重新进入小程序' },
  'session.riskyUser': {
    status: 403,
    message: '微信提示该账号有风险，暂时不能登录。可在微信「安全中心」处理，或直接联系社区',
  },
  'session.tooFrequent': { status: 429, message: '登录太频繁了，请一分钟后再试' },
  'consent.needed': { status: 403, message: '请先阅读并同意最新的《隐私政策》和《用户协议》' },
  'wechat.unavailable': { status: 503, message: '微信暂时没有响应，请稍后再试。您填写的内容都还在' },
  'access.denied': { status: 403, message: '您没有权限做这件事' },
  'id.reused': { status: 409, message: '这个编号已经用于另一份内容' },
  'place.outside': { status: 422, message: '这个位置不在已开通的社区内' },
  'community.notFound': { status: 404, message: '没有这个社区' },
  'category.unknown': { status: 422, message: '没有这个类别，请重新选择' },
  'department.unknown': { status: 422, message: '没有这个部门，请重新选择' },
  'duty.changed': { status: 409, message: '责任清单刚刚有人改过，请看过最新一版再改' },
  'ticket.notFound': { status: 404, message: '没有找到这件事，可能已被撤下' },
  'ticket.changed': { status: 409, message: '这件事刚刚有了新进展，请看过最新情况再操作' },
  'ticket.stepNotAllowed': { status: 409, message: '现在还不能做这一步' },
  'ticket.returnedTwice': { status: 409, message: '已经退回过两次，由街道协调后指定，不能再退' },
  'ticket.askedTwice': { status: 409, message: '已经请居民补充过两次，请按现有信息办理' },
  'ticket.tasksOpen': { status: 409, message: '还有协办部门没有回复，回复齐了才能提交' },
  'ticket.taskReported': { status: 409, message: '这项协办任务已经回复过了' },
  'ticket.extensionSpent': { status: 409, message: '已经申请过延期，不能再申请' },
  'ticket.noExtensionAsked': { status: 409, message: '没有等待批复的延期申请' },
  'ticket.reporterPresent': { status: 409, message: '这件事由居民本人在手机上回复' },
  'ticket.joined': { status: 409, message: '已有邻居同感这件事，不能撤回' },
  'ticket.closedLongAgo': { status: 409, message: '办结已久，不能再重新打开。请重新上报，会和这一次连在一起' },
  'ticket.rated': { status: 409, message: '您已经评价过了' },
  'ticket.mergeTarget': { status: 422, message: '不能并入这件事：它已结束、已并入别的事，或不在同一个社区' },
  'department.notAuthorised': { status: 422, message: '这类事项不能派给社区' },
  'colleague.unknown': { status: 422, message: '没有这位同事，请重新选择' },
  'patrol.notFound': { status: 404, message: '没有找到这份巡查清单' },
  'patrol.notYet': { status: 409, message: '还没到这份清单的巡查日' },
  'patrol.itemChecked': { status: 409, message: '这一条刚刚已经有人查过了' },
  'templates.changed': { status: 409, message: '常用回复刚刚有人改过，请看过最新的再改' },
  'media.notFound': { status: 404, message: '没有找到这张照片，请重新拍摄' },
  'media.notReady': { status: 409, message: '照片还在处理，请稍等几秒' },
  'media.refused': { status: 422, message: '这张照片无法使用，请换一张' },
  'push.refused': { status: 403, message: 'signature refused' },
  internal: { status: 500, message: '系统出错了，我们已经记录。请稍后再试' },
} as const satisfies Record<string, { status: number; message: string }>;

export type ErrorCode = keyof typeof errorTable;

/** One broken rule of the input: where it is, which rule, and the sentence to show beside the field. */
export type FieldError = { field: string; rule: string; message: string };

/** The body of every answer that is not a success. */
export type ErrorBody = { error: { code: ErrorCode; message: string; details?: FieldError[] } };

/** The one error class: carries a code of the table; everything else about it follows from the table. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: FieldError[] | undefined;
  constructor(code: ErrorCode, details?: FieldError[], options?: ErrorOptions) {
    super(errorTable[code].message, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** `request.invalid` for one field, in the same shape that schema validation gives. */
export const invalidField = (field: string, rule: string, message: string): AppError =>
  new AppError('request.invalid', [{ field, rule, message }]);

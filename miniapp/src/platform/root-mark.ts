/** Gives the whole browser page the look of elder mode, so that what stands outside our screens has it too; WeChat draws that itself. */
export const markRoot = (isElder: boolean): void => {
  if (process.env['TARO_ENV'] !== 'weapp') document.documentElement.classList.toggle('elder', isElder);
};

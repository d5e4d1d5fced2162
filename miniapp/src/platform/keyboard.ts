import Taro from '@tarojs/taro';

const keys = ['Enter', ' '];

/** Pictures of Taro's bar that say nothing to readers. */
const arrows = { '.taro-navigation-bar-back': '返回', '.taro-navigation-bar-home': '回首页' };

const nameArrow = (arrow: Element | null, name: string): void => {
  for (const [key, value] of Object.entries({ role: 'button', tabindex: '0', 'aria-label': name }))
    arrow?.setAttribute(key, value);
};

/**
 * In a browser what can be tapped can be reached by the keyboard too, and Enter or the space bar is the tap. A page that only scrolls can
 * be reached as well.
 */
export const tapByKeyboard = (): void => {
  if (process.env['TARO_ENV'] === 'weapp') return;
  document.addEventListener('keydown', (event) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || !keys.includes(key)) return;
    if (target.getAttribute('tabindex') !== '0' || !target.hasAttribute('role')) return;
    event.preventDefault();
    target.click();
  });
  Taro.eventCenter.on('__afterTaroRouterChange', () => {
    for (const page of document.querySelectorAll('.taro_page')) page.setAttribute('tabindex', '0');
    for (const [arrow, name] of Object.entries(arrows))
      nameArrow(document.querySelector(`#taro-navigation-bar ${arrow}`), name);
  });
};

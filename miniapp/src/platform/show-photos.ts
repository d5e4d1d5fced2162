import Taro from '@tarojs/taro';

const style = `position:absolute;top:calc(12px + env(safe-area-inset-top));left:50%;transform:translateX(-50%);z-index:1;padding:4px 12px;
border-radius:14px;background:rgba(0,0,0,.55);color:#fff;font:15px/20px sans-serif;pointer-events:none`;

/** A browser's viewer is Taro's, which does not say which picture of how many it shows. */
const count = (first: number, all: number): void => {
  const viewers = document.querySelectorAll('.preview-image');
  const viewer = viewers[viewers.length - 1];
  if (viewer === undefined || all < 2) return;
  const counter = document.createElement('div');
  counter.setAttribute('role', 'status');
  counter.style.cssText = style;
  const say = (index: number) => {
    counter.textContent = `${index + 1}/${all}`;
  };
  say(first);
  viewer.append(counter);
  viewer.querySelector('taro-swiper-core')?.addEventListener('change', (event) => {
    const { current }: { current?: unknown } = event instanceof CustomEvent ? event.detail : {};
    if (typeof current === 'number') say(current);
  });
};

/** Opens photos over the whole screen, the one at `index` first, and says which of how many it is; a tap closes them. */
export const showPhotos = (urls: readonly string[], index = 0): void => {
  const shown = Taro.previewImage({ urls: [...urls], current: urls[index] ?? '' });
  if (process.env['TARO_ENV'] !== 'weapp') void shown.then(() => count(index, urls.length));
};

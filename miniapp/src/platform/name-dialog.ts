const nameButton = (button: Element): void => {
  button.setAttribute('role', 'button');
  button.setAttribute('tabindex', '0');
};

/**
 * Taro draws a browser's dialog without telling readers or the keyboard that it is one. To be called when it has been opened; the first
 * answer that it offers, the harmless one, takes the focus.
 */
export const nameDialog = (title: string): void => {
  if (process.env['TARO_ENV'] === 'weapp') return;
  const content = document.querySelector('.taro__modal > .taro-modal__content');
  if (content === null) return;
  content.setAttribute('role', 'alertdialog');
  content.setAttribute('aria-modal', 'true');
  content.setAttribute('aria-label', title);
  const [harmless, ...others] = content.querySelectorAll<HTMLElement>('.taro-model__btn');
  for (const button of others) nameButton(button);
  if (harmless === undefined) return;
  nameButton(harmless);
  harmless.focus();
};

/** As {@link nameDialog}, for the short word that goes away by itself. */
export const nameToast = (): void => {
  if (process.env['TARO_ENV'] !== 'weapp') document.querySelector('.taro__toast')?.setAttribute('role', 'status');
};

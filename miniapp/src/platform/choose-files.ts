/**
 * The browser's own file dialog; on a phone it offers the camera too. Taro's `chooseMedia` leaves out silently what the browser cannot
 * decode (HEIC), so that nobody would say why, and draws every picture before it answers. Empty when the person backs out.
 */
export const chooseFiles = (isMany: boolean, accept = 'image/*'): Promise<File[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = isMany;
    input.style.display = 'none';
    const finish = (files: File[]) => {
      input.remove();
      resolve(files);
    };
    input.addEventListener('change', () => finish([...(input.files ?? [])]));
    input.addEventListener('cancel', () => finish([]));
    document.body.append(input);
    input.click();
  });

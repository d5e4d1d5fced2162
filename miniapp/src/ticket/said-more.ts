/** What the description says beyond the title, which the service makes of its first clause; undefined when that is nothing. */
export const saidMore = (title: string, description = ''): string | undefined => {
  const words = description.trim();
  if (!words.startsWith(title)) return words === '' ? undefined : words;
  const rest = words.slice(title.length).replace(/^[\s，。、！？；：,.!?;:…]+/, '');
  return rest === '' ? undefined : rest;
};

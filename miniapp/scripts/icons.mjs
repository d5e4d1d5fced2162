// Draws src/ui/icon/*.generated.* (CSS masks) and src/assets/tab/*.png from Lucide (ISC). Run `npm run icons -w miniapp` after editing the lists.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import sharp from 'sharp';

const require = createRequire(import.meta.url);
const source = path.join(path.dirname(require.resolve('lucide-static/package.json')), 'icons');
const src = path.resolve(import.meta.dirname, '../src');

const names = [
  'a-large-small',
  'arrow-down',
  'arrow-right-left',
  'arrow-up',
  'bell',
  'building-2',
  'calendar',
  'calendar-plus',
  'camera',
  'check',
  'chevron-down',
  'chevron-right',
  'circle',
  'circle-alert',
  'circle-check',
  'circle-dot',
  'circle-question-mark',
  'circle-x',
  'clipboard-list',
  'clock',
  'clock-alert',
  'construction',
  'copy',
  'download',
  'ellipsis',
  'eye',
  'eye-off',
  'file-text',
  'hourglass',
  'house',
  'image',
  'image-plus',
  'inbox',
  'info',
  'lightbulb',
  'list-checks',
  'loader-circle',
  'locate-fixed',
  'log-out',
  'map-pin',
  'megaphone',
  'message-circle',
  'minus',
  'pencil',
  'phone',
  'plus',
  'rotate-cw',
  'search',
  'send',
  'shield-check',
  'sliders-horizontal',
  'square',
  'star',
  'store',
  'thumbs-down',
  'thumbs-up',
  'traffic-cone',
  'trash-2',
  'trees',
  'triangle-alert',
  'undo-2',
  'user-round',
  'users',
  'volume-2',
  'vote',
  'wifi-off',
  'wrench',
  'x',
];

const readIcon = async (name) =>
  (await readFile(path.join(source, `${name}.svg`), 'utf8')).replace(/<!--.*?-->\s*/s, '');

const asMask = (svg) =>
  svg
    .replace(/\s*class="[^"]*"/, '')
    .replace(/\s+/g, ' ')
    .replace(/> </g, '><')
    .replace(/ ?\/>/g, '/>')
    .replace('currentColor', '#000')
    .replace(/"/g, "'")
    .replace(/[#<>]/g, encodeURIComponent)
    .trim();

const rules = [];
for (const name of names) {
  const url = `url("data:image/svg+xml,${asMask(await readIcon(name))}")`;
  rules.push(`.icon-${name} { --mask: ${url}; }`);
}
const solidStar = asMask((await readIcon('star')).replace('fill="none"', 'fill="#000"'));
rules.push(`.icon-star-solid { --mask: url("data:image/svg+xml,${solidStar}"); }`);
await mkdir(path.join(src, 'ui/icon'), { recursive: true });
await writeFile(path.join(src, 'ui/icon/icons.generated.scss'), `${rules.join('\n')}\n`);
const union = [...names, 'star-solid'].map((name) => `  | '${name}'`).join('\n');
await writeFile(path.join(src, 'ui/icon/names.generated.ts'), `export type IconName =\n${union};\n`);

const tabs = { home: 'house', nearby: 'map-pin', hall: 'vote', points: 'coins', me: 'user-round' };
const looks = { '': '#55605b', '-on': '#0a5446', '-dark': '#b3bdb8', '-on-dark': '#83d6c2' };
await mkdir(path.join(src, 'assets/tab'), { recursive: true });
for (const [tab, icon] of Object.entries(tabs)) {
  const svg = await readIcon(icon);
  for (const [look, colour] of Object.entries(looks)) {
    const drawn = svg
      .replace('currentColor', colour)
      .replace('stroke-width="2"', `stroke-width="${look.startsWith('-on') ? 2.25 : 1.75}"`);
    const png = await sharp(Buffer.from(drawn), { density: 400 })
      .resize(65, 65)
      .extend({ top: 8, bottom: 8, left: 8, right: 8, background: '#0000' })
      // One colour in some strengths: a palette holds it in half the bytes.
      .png({ palette: true, colours: 8, compressionLevel: 9, effort: 10 })
      .toBuffer();
    await writeFile(path.join(src, `assets/tab/${tab}${look}.png`), png);
  }
}

import sharp from 'sharp';

/**
 * Drawn stand-ins for photographs: a place and what is wrong there, or right again. 240 × 180 units, rendered large enough to fill the
 * screen of a phone, and no larger: each picture is cleaned as a real one would be, and whoever starts the product waits for it.
 */
const night = (sky: string, ground: string, lit: boolean, lamp: string) => `
  <rect width="240" height="180" fill="${sky}"/>
  <circle cx="206" cy="26" r="9" fill="#e9e6d4" opacity=".75"/>
  <rect x="10" y="52" width="74" height="82" fill="#233041"/>
  ${[0, 1, 2].map((row) => [0, 1, 2].map((column) => `<rect x="${18 + column * 22}" y="${62 + row * 22}" width="12" height="13" fill="${(row + column) % 3 === 0 ? (lit ? '#ffd97a' : '#5d6c80') : '#33445a'}"/>`).join('')).join('')}
  <rect x="166" y="82" width="74" height="52" fill="#1f2a38"/>
  <rect y="130" width="240" height="50" fill="${ground}"/>
  <path d="M0 152h240" stroke="#fff" stroke-opacity=".16" stroke-width="2" stroke-dasharray="16 12"/>
  <path d="M118 34v104" stroke="#97a4b4" stroke-width="6"/><path d="M118 36q0-8 10-8h36" stroke="#97a4b4" stroke-width="5" fill="none"/>
  <rect x="110" y="132" width="16" height="8" fill="#7c8999"/>
  ${lamp}`;

const lampOff = night(
  '#2c3a4d',
  '#3d4652',
  false,
  '<rect x="152" y="24" width="28" height="9" rx="4" fill="#566170"/>',
);
const lampOn = night(
  '#33455c',
  '#5b6474',
  true,
  '<path d="M166 32L108 150h118z" fill="#ffe7a3" opacity=".5"/><ellipse cx="166" cy="151" rx="58" ry="9" fill="#ffe7a3" opacity=".45"/><rect x="152" y="24" width="28" height="9" rx="4" fill="#fff3c4"/>',
);

const pavement = (colour: string) => `
  <rect width="240" height="180" fill="${colour}"/>
  ${[0, 1, 2, 3, 4].map((row) => `<path d="M0 ${20 + row * 36}h240" stroke="#7f8a85" stroke-width="1.5" opacity=".55"/>${[0, 1, 2, 3].map((column) => `<path d="M${column * 64 + (row % 2) * 32} ${20 + row * 36}v36" stroke="#7f8a85" stroke-width="1.5" opacity=".55"/>`).join('')}`).join('')}`;
const cover = (x: number, y: number) => `
  <ellipse cx="${x}" cy="${y}" rx="44" ry="26" fill="#4a514e"/><ellipse cx="${x}" cy="${y}" rx="36" ry="20" fill="#5d6562"/>
  ${[-12, -4, 4, 12].map((dy) => `<path d="M${x - 26} ${y + dy}h52" stroke="#434a47" stroke-width="3"/>`).join('')}`;
const drain = `
  ${pavement('#a9b0aa')}
  <path d="M0 104q40-26 88-16t90-8 62 6v94H0z" fill="#5f7f8c"/><path d="M22 128q34-12 68 0t70-4" stroke="#86a5b1" stroke-width="4" fill="none"/>
  <ellipse cx="124" cy="112" rx="40" ry="24" fill="#2c3432"/><path d="M102 104q8-34 22-34t22 34" fill="#8fb2bf" opacity=".85"/><path d="M112 100q6-20 12-20t12 20" fill="#b9d3dc"/>`;
const drainFixed = `${pavement('#b4bab4')}${cover(124, 104)}<path d="M60 150l14-26h4l14 26z" fill="#d9642f"/><path d="M66 140h20" stroke="#fff" stroke-width="4"/>`;
const coverGone = `
  ${pavement('#b1b4ab')}<ellipse cx="112" cy="104" rx="46" ry="28" fill="#4c524f"/><ellipse cx="112" cy="106" rx="38" ry="21" fill="#171a19"/>
  <path d="M158 128q30-22 62-12l-6 26q-30 8-56-14z" fill="#59615e"/><path d="M168 128q22-12 44-6" stroke="#454c49" stroke-width="3" fill="none"/>`;
const coverBack = `${pavement('#b9bcb3')}${cover(118, 104)}`;

const bicycle = (x: number, y: number, frame: string) => `
  <circle cx="${x}" cy="${y}" r="20" fill="none" stroke="#2f3331" stroke-width="5"/><circle cx="${x + 62}" cy="${y}" r="20" fill="none" stroke="#2f3331" stroke-width="5"/>
  <path d="M${x} ${y}l20-38h30l12 38M${x + 20} ${y - 38}l16 38h-36M${x + 50} ${y - 38}l-14 38" stroke="${frame}" stroke-width="5" fill="none" stroke-linejoin="round"/>
  <path d="M${x + 12} ${y - 42}h16M${x + 46} ${y - 46}l14-4" stroke="#2f3331" stroke-width="5"/>`;
const corridor = (things: string) => `
  <rect width="240" height="180" fill="#cfc8b9"/><path d="M0 146h240v34H0z" fill="#9f9788"/><path d="M0 120h240v26H0z" fill="#8ea597"/>
  <rect x="150" y="26" width="66" height="120" fill="#7d6a58"/><rect x="157" y="34" width="52" height="50" fill="#8b7866"/><rect x="157" y="92" width="52" height="48" fill="#8b7866"/><circle cx="160" cy="90" r="4" fill="#d9c27a"/>
  <rect x="22" y="36" width="40" height="26" rx="2" fill="#f5f2e9"/><path d="M28 45h28M28 53h18" stroke="#b4573f" stroke-width="3"/>
  ${things}`;
const charger =
  '<path d="M20 74h20v22H20z" fill="#e9e5da"/><path d="M30 96q-6 40 30 44t30-20" stroke="#c0392b" stroke-width="3.5" fill="none"/>';
const ebike = corridor(
  `${charger}${bicycle(48, 150, '#a13d2d')}<rect x="64" y="118" width="26" height="13" rx="3" fill="#3a3f3d"/>`,
);

const yard = (things: string) => `
  <rect width="240" height="96" fill="#cfdccf"/><path d="M0 60q60-26 120-4t120-8v60H0z" fill="#a7c0a1"/><rect x="20" y="26" width="88" height="82" fill="#d8d0c0"/>
  ${[0, 1].map((row) => [0, 1, 2].map((column) => `<rect x="${30 + column * 26}" y="${36 + row * 30}" width="16" height="18" fill="#93a7b4"/>`).join('')).join('')}
  <rect y="104" width="240" height="76" fill="#b8b5a9"/><path d="M0 108h240" stroke="#97948a" stroke-width="3"/>
  ${things}`;
const bin = (x: number, colour: string) => `
  <path d="M${x} 84h40l-4 62h-32z" fill="${colour}"/><rect x="${x - 3}" y="76" width="46" height="10" rx="3" fill="${colour}"/><path d="M${x + 12} 98v36M${x + 20} 98v36M${x + 28} 98v36" stroke="#000" stroke-opacity=".16" stroke-width="3"/>`;
const bag = (x: number, y: number, colour: string) =>
  `<path d="M${x} ${y}q-4-30 14-34 4-8 8 0 20 4 14 34z" fill="${colour}"/><path d="M${x + 14} ${y - 34}l8-4" stroke="#222" stroke-width="2"/>`;
const bins = bin(130, '#3f7d5e') + bin(182, '#57606a');
const garbage = yard(
  `${bins}${bag(96, 158, '#33383b')}${bag(126, 168, '#6c7175')}${bag(158, 166, '#2a2e30')}${bag(196, 170, '#84643f')}<path d="M66 162l26-6 4 14-28 4z" fill="#c49a5a"/><path d="M30 168q12-8 22 0" stroke="#8c7a3c" stroke-width="5" fill="none"/>`,
);
const garbageGone = yard(`${bins}<ellipse cx="96" cy="156" rx="50" ry="7" fill="#cfe0e6" opacity=".8"/>`);

const bench = (seat: string) => `
  <rect x="58" y="128" width="8" height="30" fill="#4d5552"/><rect x="176" y="128" width="8" height="30" fill="#4d5552"/><rect x="58" y="78" width="7" height="50" fill="#4d5552"/><rect x="177" y="78" width="7" height="50" fill="#4d5552"/>${seat}`;
const plank = (y: number) => `<rect x="48" y="${y}" width="146" height="11" rx="2" fill="#a9743f"/>`;
const park = (things: string) => `
  <rect width="240" height="120" fill="#d5e4d8"/><circle cx="40" cy="54" r="36" fill="#86ad80"/><rect x="35" y="80" width="10" height="40" fill="#7b5f45"/><circle cx="214" cy="60" r="30" fill="#97b98d"/><rect x="210" y="84" width="8" height="34" fill="#7b5f45"/>
  <rect y="116" width="240" height="64" fill="#9dba8c"/><path d="M0 156q120-18 240 0v24H0z" fill="#cbbfa5"/>${things}`;
const brokenBench = park(
  bench(
    `${plank(84)}<path d="M48 104h52l8 11H48zM194 104h-60l-10 11h70z" fill="#a9743f"/><path d="M48 126h44l20 24-10 6-24-19H48z" fill="#8d5f33"/><path d="M194 126h-50l-8 11h58z" fill="#8d5f33"/>`,
  ),
);
const mendedBench = park(bench(plank(84) + plank(103) + plank(126)));

const bikes = yard(
  `${bicycle(26, 150, '#c9772b')}${bicycle(70, 158, '#2f6f9f')}${bicycle(116, 150, '#a13d2d')}<path d="M186 104v76" stroke="#f0d24b" stroke-width="5" stroke-dasharray="9 7"/>`,
);
const shed = yard(
  `<path d="M122 150V92l46-16 54 16v58z" fill="#6f8797"/><path d="M114 94l54-22 62 22-4 8-58-20-50 20z" fill="#a33f31"/><rect x="140" y="108" width="26" height="42" fill="#4f616e"/><rect x="182" y="106" width="28" height="22" fill="#b9cbd4"/><path d="M104 150h132" stroke="#8b867a" stroke-width="4"/>`,
);
const stall = yard(
  `<path d="M92 96h108l-10-26H102z" fill="#c0392b"/>${[0, 1, 2, 3].map((n) => `<path d="M${104 + n * 24} 70l-5 26h12l2-26z" fill="#f4efe4"/>`).join('')}<path d="M98 96v54M194 96v54" stroke="#5b5348" stroke-width="4"/><rect x="92" y="122" width="108" height="28" fill="#a9743f"/>${[0, 1, 2, 3, 4].map((n) => `<circle cx="${108 + n * 19}" cy="117" r="8" fill="${n % 2 === 0 ? '#e08a2c' : '#6fa34b'}"/>`).join('')}`,
);
const seatWish = park(
  '<ellipse cx="120" cy="146" rx="60" ry="10" fill="none" stroke="#fff" stroke-width="3" stroke-dasharray="8 6"/><path d="M120 96v34M103 113h34" stroke="#fff" stroke-width="5"/>',
);

const lobby = (things: string) => `
  <rect width="240" height="180" fill="#d9d4c8"/><path d="M0 148h240v32H0z" fill="#a8a193"/>
  <rect x="70" y="24" width="100" height="124" fill="#8b949b"/><rect x="76" y="30" width="88" height="118" fill="#b9c2c8"/>
  <rect x="186" y="78" width="16" height="30" rx="3" fill="#5b6469"/><circle cx="194" cy="86" r="4" fill="#e9ecee"/><circle cx="194" cy="100" r="4" fill="#e9ecee"/>
  ${things}`;
const liftStuck = lobby(
  '<rect x="76" y="30" width="34" height="118" fill="#9aa5ad"/><path d="M110 30v118" stroke="#59636a" stroke-width="3"/><rect x="110" y="30" width="54" height="118" fill="#23292d"/><path d="M60 150l60-52 60 52z" fill="#e0b13c"/><path d="M120 112v20" stroke="#2a2410" stroke-width="7"/><circle cx="120" cy="142" r="4" fill="#2a2410"/>',
);
const liftRuns = lobby(
  '<path d="M120 30v118" stroke="#59636a" stroke-width="3"/><rect x="104" y="8" width="32" height="14" rx="2" fill="#1f2629"/><path d="M114 18l6-8 6 8z" fill="#6fd08c"/>',
);
const branches = park(
  '<path d="M52 152l74-66 66 58" stroke="#6d5136" stroke-width="11" fill="none" stroke-linecap="round"/><path d="M92 118l-30-14M126 86l8-34M160 116l34-16" stroke="#6d5136" stroke-width="6" stroke-linecap="round"/><circle cx="64" cy="100" r="18" fill="#6f9a61"/><circle cx="136" cy="48" r="20" fill="#7fa870"/><circle cx="196" cy="98" r="17" fill="#6f9a61"/>',
);
const car = (x: number, y: number, colour: string) => `
  <path d="M${x} ${y}l8-20q3-8 12-8h30q9 0 14 8l10 20z" fill="${colour}"/><rect x="${x - 6}" y="${y - 2}" width="86" height="22" rx="6" fill="${colour}"/>
  <path d="M${x + 14} ${y - 2}l6-16h14v16zM${x + 40} ${y - 2}v-16h10l9 16z" fill="#dbe6ea"/><circle cx="${x + 12}" cy="${y + 20}" r="9" fill="#25292b"/><circle cx="${x + 62}" cy="${y + 20}" r="9" fill="#25292b"/>`;
const parking = yard(`${car(8, 132, '#7d8b94')}${car(92, 146, '#a24438')}${car(164, 130, '#3f5f86')}`);
const fireLane = yard(
  `<path d="M0 150h240v22H0z" fill="#d9b73d"/><path d="M18 150l-10 22M66 150l-10 22M114 150l-10 22M162 150l-10 22M210 150l-10 22" stroke="#6b5a16" stroke-width="4"/>${car(86, 128, '#5d6b73')}`,
);
const wet = corridor(
  '<path d="M0 0h240v26q-30 16-62 6t-66 8-62-4-50 8z" fill="#8fa1a5" opacity=".75"/><path d="M60 40v30M104 36v44M140 44v24" stroke="#6f9fb5" stroke-width="4" stroke-linecap="round"/><path d="M30 164q50-16 110 0t90-6v22H30z" fill="#7d99a4"/>',
);

const paper = (x: number, y: number, turn: number, things: string) =>
  `<g transform="translate(${x} ${y}) rotate(${turn})"><rect width="112" height="150" rx="2" fill="#fbfaf5"/>${things}</g>`;
const ballotSheet = `
  <rect width="240" height="180" fill="#a98c68"/><path d="M0 40q120-14 240 6M0 116q120 10 240-8" stroke="#957954" stroke-width="3" fill="none"/>
  ${paper(66, 12, 3, '<path d="M24 16h64" stroke="#2d2f2e" stroke-width="6"/><path d="M12 32h88M12 42h80M12 52h86" stroke="#9aa09c" stroke-width="3"/><rect x="16" y="68" width="16" height="16" fill="none" stroke="#2d2f2e" stroke-width="2.5"/><rect x="16" y="94" width="16" height="16" fill="none" stroke="#2d2f2e" stroke-width="2.5"/><path d="M40 76h34M40 102h42" stroke="#5a605c" stroke-width="4"/><path d="M19 76l5 6 10-14" stroke="#27518f" stroke-width="3.5" fill="none"/><path d="M58 132q8-10 14 0t16-4" stroke="#27518f" stroke-width="3" fill="none"/><circle cx="90" cy="130" r="12" fill="none" stroke="#c0392b" stroke-width="2.5" opacity=".8"/>')}
  <path d="M28 158l58-44" stroke="#20242a" stroke-width="7" stroke-linecap="round"/><path d="M28 158l-6 8 10-3z" fill="#d8c9a8"/>`;
const meetingRoom = `
  <rect width="240" height="180" fill="#e6e1d4"/><rect x="30" y="18" width="180" height="62" rx="3" fill="#2f4a43"/><path d="M50 38h90M50 52h120M50 66h70" stroke="#dfe8e2" stroke-width="5"/>
  <path d="M20 180l30-66h140l30 66z" fill="#b18a5c"/><path d="M58 122h124" stroke="#8f6c43" stroke-width="3"/>
  ${[22, 68, 148, 194].map((x, i) => `<circle cx="${x + 12}" cy="${i % 2 === 0 ? 102 : 96}" r="11" fill="#d9b18d"/><path d="M${x - 6} ${i % 2 === 0 ? 144 : 138}q4-30 18-30t18 30z" fill="${['#5b7f95', '#a14b3c', '#6c7a52', '#4d5a72'][i]}"/>`).join('')}
  ${[84, 116, 146].map((x) => `<path d="M${x} 138h16l2 14h-20z" fill="#f7f5ee"/>`).join('')}`;
const stairs = corridor(
  '<path d="M0 180v-30h40v-22h38v-22h38v-22h34V62h90v118z" fill="#b9b1a1"/><path d="M0 150h40v-22h38v-22h38v-22h34V62" stroke="#8f8778" stroke-width="3" fill="none"/><path d="M20 128L150 40" stroke="#6d4f3a" stroke-width="6"/><path d="M170 20q20 30 4 60t16 50" stroke="#8a7f6e" stroke-width="3" fill="none"/><path d="M150 6q30 16 62 4l28 12V0h-90z" fill="#9aa79f" opacity=".8"/>',
);
const carport = yard(
  `<path d="M6 82h228l-12-18H18z" fill="#4f7c78"/><path d="M16 84v76M120 84v70M226 84v76" stroke="#5d6663" stroke-width="5"/>${[30, 76, 132, 178].map((x) => `<rect x="${x}" y="94" width="14" height="22" rx="2" fill="#2f6f5f"/><circle cx="${x + 7}" cy="101" r="3" fill="#8be0a8"/>`).join('')}${bicycle(34, 154, '#2f6f9f')}${bicycle(142, 154, '#a13d2d')}`,
);

const shelf = (things: string) => `
  <rect width="240" height="180" fill="#efe9dc"/><path d="M0 134h240v46H0z" fill="#c9a878"/><path d="M0 134h240" stroke="#a5855a" stroke-width="4"/>
  ${things}`;
const rice = shelf(
  '<path d="M78 44h84l8 12-4 92H74l-4-92z" fill="#e7d6ad"/><path d="M78 44h84l8 12H70z" fill="#b98b4a"/><rect x="92" y="78" width="56" height="42" rx="4" fill="#f8f3e4"/><path d="M120 114V90m0 6q-12-2-14-12m14 20q12-2 14-12" stroke="#7a8d3d" stroke-width="4" fill="none"/>',
);
const oil = shelf(
  '<path d="M104 30h28v16q24 10 24 34v70H84V80q0-24 20-34z" fill="#e3b34a"/><rect x="102" y="22" width="32" height="12" rx="3" fill="#3f6b52"/><rect x="90" y="88" width="60" height="40" rx="4" fill="#fbf6e6"/><circle cx="120" cy="108" r="13" fill="#e8c74f"/><path d="M140 62h14v24" stroke="#c6983a" stroke-width="7" fill="none"/>',
);
const haircut = shelf(
  '<rect x="44" y="24" width="152" height="104" rx="4" fill="#cfdde0"/><path d="M56 36l40 80M78 30l48 92" stroke="#fff" stroke-width="6" opacity=".6"/><path d="M118 62l54 72M172 62l-54 72" stroke="#5c6670" stroke-width="8"/><circle cx="112" cy="144" r="14" fill="none" stroke="#a14b3c" stroke-width="8"/><circle cx="178" cy="144" r="14" fill="none" stroke="#a14b3c" stroke-width="8"/>',
);
const feeNote = shelf(
  '<rect x="66" y="24" width="108" height="134" rx="4" fill="#fff"/><path d="M82 48h50M82 66h76M82 82h76M82 98h52" stroke="#9aa7a0" stroke-width="5"/><circle cx="146" cy="126" r="22" fill="none" stroke="#b4573f" stroke-width="5"/><path d="M134 126h24" stroke="#b4573f" stroke-width="5"/>',
);
const cleaning = shelf(
  '<rect x="20" y="20" width="90" height="92" fill="#bcd3dc"/><path d="M65 20v92M20 66h90" stroke="#fff" stroke-width="6"/><path d="M134 86h62l-8 66h-46z" fill="#3f7fa0"/><path d="M134 88q30-40 62 0" stroke="#5d6663" stroke-width="5" fill="none"/><path d="M210 20l-34 92" stroke="#9c7346" stroke-width="7"/><path d="M160 104l34 12-6 24-40-14z" fill="#e0a84b"/>',
);
const totebag = shelf(
  '<path d="M74 66h92l8 88H66z" fill="#e8dcc3"/><path d="M94 70q0-38 26-38t26 38" stroke="#8a7653" stroke-width="7" fill="none"/><path d="M92 96h56M92 112h40M120 96v40M100 128h46" stroke="#3f6b52" stroke-width="5"/>',
);

export const scenes = {
  rice,
  oil,
  haircut,
  feeNote,
  cleaning,
  totebag,
  ballotSheet,
  meetingRoom,
  stairs,
  carport,
  liftStuck,
  liftRuns,
  branches,
  parking,
  fireLane,
  wet,
  lampOff,
  lampOn,
  drain,
  drainFixed,
  coverGone,
  coverBack,
  ebike,
  garbage,
  garbageGone,
  brokenBench,
  mendedBench,
  bikes,
  shed,
  stall,
  seatWish,
};
export type SceneName = keyof typeof scenes;

const rendered = new Map<SceneName, Promise<Buffer>>();

/** A scene as a JPEG of 1280 × 960, a little rough, as a phone's picture is. */
export const renderScene = (name: SceneName): Promise<Buffer> => {
  const known = rendered.get(name);
  if (known !== undefined) return known;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 180" width="1280" height="960">${scenes[name]}</svg>`;
  const drawn = sharp(Buffer.from(svg)).flatten({ background: '#fff' }).jpeg({ quality: 86 }).toBuffer();
  rendered.set(name, drawn);
  return drawn;
};

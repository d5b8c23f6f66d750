/** How somebody is drawn. Colours are CSS colours. */
export interface Looks {
  skin: string;
  hair: string;
  style: 'bun' | 'bald' | 'long' | 'short' | 'parted' | 'curls';
  clothes: string;
  collar: string;
  glasses?: true;
  moustache?: true;
  beard?: true;
  /** Lines that the years drew. */
  old?: true;
}

/** What the face does: films blink and talk. */
export interface Face {
  eyes: 'open' | 'shut';
  mouth: 'still' | 'open';
}

export const calm: Face = { eyes: 'open', mouth: 'still' };

/** Behind the head. */
const behind: Record<Looks['style'], (hair: string) => string> = {
  bun: (hair) => `<circle cx="0" cy="-226" r="46" fill="${hair}"/>
    <path d="M-96-96C-118-196-62-224 0-224S118-196 96-96Z" fill="${hair}"/>`,
  bald: (hair) => `<path d="M-98-60c-14-52-8-80 10-92h176c18 12 24 40 10 92Z" fill="${hair}"/>`,
  long: (hair) =>
    `<path d="M-104 60C-128-40-128-216 0-216S128-40 104 60c-20 26-66 22-104 22s-84 4-104-22Z" fill="${hair}"/>`,
  short: (hair) => `<path d="M-96-70C-112-186-60-212 0-212s112 26 96 142Z" fill="${hair}"/>`,
  parted: (hair) => `<path d="M-97-74C-114-186-64-214 4-212s108 30 93 138Z" fill="${hair}"/>`,
  curls: (hair) =>
    [
      ...[
        [-92, -96],
        [-96, -146],
        [-62, -192],
        [-8, -212],
        [48, -202],
        [88, -160],
        [96, -104],
      ],
      ...[
        [-84, -50],
        [86, -52],
      ],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="42" fill="${hair}"/>`)
      .join(''),
};

/** Before the forehead. */
const before: Record<Looks['style'], (hair: string) => string> = {
  bun: (hair) =>
    `<path d="M-91-104C-92-180-46-207 0-207S92-180 91-104C60-156 20-166 0-166s-60 10-91 62Z" fill="${hair}"/>`,
  bald: () => '',
  long: (hair) =>
    `<path d="M-92-92C-96-180-46-208 0-208S96-180 92-92C66-140 34-152 10-158-16-134-52-110-92-92Z" fill="${hair}"/>`,
  short: (hair) =>
    `<path d="M-92-96C-98-182-46-208 0-208S98-182 92-96C74-140 40-152 0-152S-74-140-92-96Z" fill="${hair}"/>`,
  parted: (hair) =>
    `<path d="M-92-96C-98-182-46-208 0-208S98-182 92-96C76-142 44-158-30-164-50-146-76-132-92-96Z" fill="${hair}"/>`,
  curls: (hair) =>
    [
      [-58, -152],
      [-18, -168],
      [26, -166],
      [62, -146],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="30" fill="${hair}"/>`)
      .join(''),
};

const ink = '#3a2a22';

function eyes({ skin, glasses, hair }: Looks, face: Face): string {
  const eye = (x: number) =>
    face.eyes === 'open'
      ? `<ellipse cx="${x}" cy="-86" rx="7" ry="8.5" fill="${ink}"/><circle cx="${x + 2.5}" cy="-89" r="2.4" fill="#fff"/>`
      : `<path d="M${x - 10}-86q10 8 20 0" stroke="${ink}" stroke-width="4" fill="none" stroke-linecap="round"/>`;
  const brow = (x: number) =>
    `<path d="M${x - 15}-110q15-9 30 0" stroke="${hair}" stroke-width="6" fill="none" stroke-linecap="round"/>`;
  const rim = (x: number) =>
    `<circle cx="${x}" cy="-86" r="25" fill="#fff" fill-opacity=".14" stroke="#6b4a35" stroke-width="4"/>`;
  const frames = glasses
    ? `${rim(-34)}${rim(34)}<path d="M-10-90q10-7 20 0" stroke="#6b4a35" stroke-width="4" fill="none"/>`
    : '';
  return `<g fill="${skin}">${[-34, 34].map((x) => eye(x) + brow(x)).join('')}</g>${frames}`;
}

function mouth({ moustache, hair, beard }: Looks, face: Face): string {
  const lips =
    face.mouth === 'open'
      ? '<path d="M-22-30q22 34 44 0q-22-8-44 0Z" fill="#7c2f2a"/>'
      : '<path d="M-26-30q26 20 52 0" stroke="#9a4a3c" stroke-width="6" fill="none" stroke-linecap="round"/>';
  const bearded = beard
    ? `<path d="M-88-66C-92 20-40 44 0 44S92 20 88-66C78-30 50-46 0-46S-78-30-88-66Z" fill="${hair}"/>`
    : '';
  const over = moustache
    ? `<path d="M0-48c-16-8-40 2-52 16 20 4 40 2 52-6 12 8 32 10 52 6C40-46 16-56 0-48Z" fill="${hair}"/>`
    : '';
  return bearded + lips + over;
}

const wrinkles = `<g stroke="#000" stroke-opacity=".13" stroke-width="3.5" fill="none" stroke-linecap="round">
  <path d="M-44-138q44-10 88 0M-36-150q36-8 72 0M-70-78l-12-6M-70-70l-12 3M70-78l12-6M70-70l12 3M-48-50q-8 14-4 28M48-50q8 14 4 28"/></g>`;

/** Head and shoulders, about 400 wide and 500 high, the chin near 0 0. */
export function drawPerson(looks: Looks, face: Face = calm): string {
  const { skin, hair, style, clothes, collar, old } = looks;
  return `
    ${behind[style](hair)}
    <path d="M-210 260C-206 110-140 72-62 56L0 84 62 56c78 16 144 54 148 204Z" fill="${clothes}"/>
    <path d="M-62 56L0 84 62 56l16 26L0 150-78 82Z" fill="${collar}"/>
    <path d="M-40 10h80v52q-40 52-80 0Z" fill="${skin}"/>
    <path d="M-40 30q40 34 80 0v18q-40 30-80 0Z" fill="#000" fill-opacity=".1"/>
    <circle cx="-88" cy="-80" r="19" fill="${skin}"/><circle cx="88" cy="-80" r="19" fill="${skin}"/>
    <path d="M-88-110C-92-176-46-200 0-200s92 24 88 90C92-20 48 34 0 34S-92-20-88-110Z" fill="${skin}"/>
    <ellipse cx="-54" cy="-50" rx="20" ry="13" fill="#c8553d" fill-opacity=".22"/>
    <ellipse cx="54" cy="-50" rx="20" ry="13" fill="#c8553d" fill-opacity=".22"/>
    <path d="M0-82q-12 26-4 32q6 4 12 0" stroke="#000" stroke-opacity=".22" stroke-width="5" fill="none" stroke-linecap="round"/>
    ${old ? wrinkles : ''}
    ${mouth(looks, face)}
    ${eyes(looks, face)}
    ${before[style](hair)}`;
}

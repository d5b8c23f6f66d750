/** What hangs or stands behind somebody who tells, 400 wide and 300 high. */
export type Motif = keyof typeof motifs;

const loaf = (x: number, y: number, size = 1) =>
  `<g transform="translate(${x} ${y}) scale(${size})">
    <path d="M-48 20C-60-14-30-34 0-34S60-14 48 20Z" fill="#b9743a"/>
    <path d="M-24-22q6 18-2 34M2-26q6 20-2 38M28-20q6 16-2 30" stroke="#f0d2a0" stroke-width="6" fill="none" stroke-linecap="round"/></g>`;

const clock = (x: number, y: number, r: number, [h, m]: [number, number]) => {
  const hand = (turn: number, long: number, wide: number) =>
    `<path d="M${x} ${y}v-${long}" stroke="#3a2a22" stroke-width="${wide}" stroke-linecap="round" transform="rotate(${turn} ${x} ${y})"/>`;
  const marks = Array.from(
    { length: 12 },
    (_, i) =>
      `<path d="M${x} ${y - r * 0.84}v${r * 0.12}" stroke="#3a2a22" stroke-width="3" transform="rotate(${i * 30} ${x} ${y})"/>`,
  );
  return `<circle cx="${x}" cy="${y}" r="${r}" fill="#f6ecd9" stroke="#8a5a33" stroke-width="${r / 6}"/>${marks.join('')}
    ${hand(h * 30 + m / 2, r * 0.46, 6)}${hand(m * 6, r * 0.7, 4)}<circle cx="${x}" cy="${y}" r="5" fill="#8c3b2a"/>`;
};

const wave = (y: number, colour: string) =>
  `<path d="M-20 ${y}q25-16 50 0t50 0 50 0 50 0 50 0 50 0 50 0 50 0 50 0V320H-20Z" fill="${colour}"/>`;

const ship = `<g transform="translate(200 186)"><path d="M-120-6h240l-26 44H-96Z" fill="#2f3b45"/>
  <path d="M-84-40h150l10 34H-92Z" fill="#f3ead9"/><path d="M-24-92h30v52h-30ZM24-84h26v44H24Z" fill="#b4533a"/>
  <path d="M-24-92h30v12h-30ZM24-84h26v11H24Z" fill="#2f3b45"/>
  <path d="M-14-96c-20-22 10-30-14-52M36-88c-18-18 10-24-8-44" stroke="#fff" stroke-opacity=".5" stroke-width="9" fill="none" stroke-linecap="round"/>
  <g fill="#2f3b45">${[-70, -44, -18, 8, 34].map((x) => `<circle cx="${x}" cy="-22" r="5"/>`).join('')}</g></g>`;

const house = (x: number, y: number, wide: number, high: number, wall: string) =>
  `<path d="M${x} ${y}v-${high}h${wide}v${high}Z" fill="${wall}"/><path d="M${x - 6} ${y - high}l${wide / 2 + 6}-${wide / 2.6} ${wide / 2 + 6} ${wide / 2.6}Z" fill="#8c3b2a"/>
   <path d="M${x + wide * 0.2} ${y - high * 0.75}h${wide * 0.22}v${high * 0.24}h-${wide * 0.22}ZM${x + wide * 0.6} ${y - high * 0.75}h${wide * 0.22}v${high * 0.24}h-${wide * 0.22}Z" fill="#fbe3a4"/>`;

const pine = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})"><path d="M0-110l38 60H16l32 50H-48l32-50H-38Z" fill="#3d5a4a"/><path d="M0-110l19 30q-19 10-38 0Z" fill="#f4f6f5"/></g>`;

export const motifs = {
  bakery: `<path d="M0 0h400v300H0Z" fill="#e9c48f"/><path d="M110 250V130q0-80 90-80t90 80v120Z" fill="#7d4a2d"/>
    <path d="M135 250V140q0-64 65-64t65 64v110Z" fill="#2c1a12"/><path d="M150 250q10-70 50-86 40 16 50 86Z" fill="#e07a2f"/>
    <path d="M174 250q4-44 26-56 22 12 26 56Z" fill="#f8d06b"/><path d="M0 250h400v50H0Z" fill="#a86f42"/>
    ${loaf(56, 238)}${loaf(344, 238)}${loaf(330, 206, 0.8)}${loaf(66, 206, 0.8)}`,
  ship: `<path d="M0 0h400v300H0Z" fill="#f2c98b"/><path d="M0 0h400v90H0Z" fill="#8fb3bd" fill-opacity=".6"/><circle cx="310" cy="120" r="42" fill="#f7e2a8"/>
    ${wave(190, '#5e8f99')}${ship}${wave(222, '#3f717d')}${wave(258, '#2c5763')}`,
  harbour: `<path d="M0 0h400v300H0Z" fill="#f7dca6"/>${house(24, 200, 84, 84, '#fbf1df')}${house(112, 200, 70, 110, '#e7b48a')}${house(188, 200, 92, 74, '#f6e7cf')}
    <path d="M318 200l8-150h28l8 150Z" fill="#f7efe2"/><path d="M323 110h34l2 36h-38ZM326 50h28l-4-26h-20Z" fill="#b4533a"/>${wave(206, '#5e8f99')}${wave(246, '#3f717d')}`,
  dance: `<path d="M0 0h400v300H0Z" fill="#4c2b33"/><path d="M0 40q100 70 200 20t200 20" stroke="#d9b48a" stroke-width="3" fill="none"/>
    ${[
      [40, 66],
      [96, 82],
      [150, 78],
      [204, 62],
      [258, 66],
      [312, 82],
      [366, 80],
    ]
      .map(
        ([x = 0, y = 0]) =>
          `<circle cx="${x}" cy="${y + 10}" r="26" fill="#f8d06b" fill-opacity=".18"/><circle cx="${x}" cy="${y + 10}" r="11" fill="#fbe3a4"/>`,
      )
      .join('')}
    <path d="M60 300V200h120v100Z" fill="#7d4a2d"/><path d="M76 216h88v50H76Z" fill="#d9b48a"/>
    <path d="M120 200l60-90q50-40 70 20-30 40-110 74Z" fill="#c98f3e"/><ellipse cx="232" cy="118" rx="26" ry="44" transform="rotate(-34 232 118)" fill="#8a5a24"/>`,
  kitchen: `<path d="M0 0h400v300H0Z" fill="#dfe3d0"/><path d="M0 0h400v300H0Z" fill="#fff" fill-opacity=".2"/>
    <path d="M30 130h340v12H30ZM30 250h340v12H30Z" fill="#8a5a33"/>
    ${[
      [60, '#b4533a'],
      [120, '#d9a441'],
      [180, '#6f7f4f'],
    ]
      .map(
        ([x, c]) =>
          `<path d="M${x} 130v-52q0-10 10-10h24q10 0 10 10v52Z" fill="${c}"/><path d="M${Number(x) + 4} 58h36v12h-36Z" fill="#f3ead9"/>`,
      )
      .join('')}
    <path d="M256 130q-12-62 44-62t44 62Z" fill="#3f717d"/><path d="M288 56h24v14h-24Z" fill="#2c5763"/>
    <path d="M60 250q-22-60 52-60t52 60Z" fill="#c8793f"/><circle cx="230" cy="226" r="24" fill="#e8c33c"/><circle cx="272" cy="228" r="22" fill="#efd154"/><circle cx="250" cy="196" r="22" fill="#e3b92f"/>
    <path d="M320 250v-70M334 250v-80M348 250v-64" stroke="#8a5a33" stroke-width="7" stroke-linecap="round"/>`,
  street: `<path d="M0 0h400v300H0Z" fill="#c9d3d6"/>${house(-10, 300, 110, 190, '#a05a45')}${house(104, 300, 96, 230, '#c08a5d')}${house(206, 300, 100, 180, '#8a4c3f')}${house(310, 300, 110, 220, '#b98564')}
    <path d="M252 300V140" stroke="#2f3b45" stroke-width="8"/><circle cx="252" cy="132" r="34" fill="#fbe3a4" fill-opacity=".4"/><circle cx="252" cy="132" r="15" fill="#fbe3a4"/>`,
  books: `<path d="M0 0h400v300H0Z" fill="#6e4a35"/><path d="M0 140h400v14H0ZM0 286h400v14H0Z" fill="#4a3022"/>
    ${[
      '#8c3b2a',
      '#d9a441',
      '#3f717d',
      '#6f7f4f',
      '#e9dcc3',
      '#b4533a',
      '#2f3b45',
      '#c98f3e',
      '#8fb3bd',
      '#7d3f4a',
      '#e0b98a',
    ]
      .flatMap((colour, i) => [
        `<path d="M${12 + i * 35} 140v-${84 + ((i * 37) % 40)}h${22 + ((i * 13) % 10)}v${84 + ((i * 37) % 40)}Z" fill="${colour}"/>`,
        i > 6
          ? ''
          : `<path d="M${150 + i * 34} 286v-${78 + ((i * 29) % 44)}h${20 + ((i * 17) % 11)}v${78 + ((i * 29) % 44)}Z" fill="${colour}"/>`,
      ])
      .join('')}
    <path d="M40 286v-8h60v8ZM66 278v-50h8v50Z" fill="#d9b48a"/><path d="M34 232l14-52h44l14 52Z" fill="#f8e2ad"/>`,
  garden: `<path d="M0 0h400v300H0Z" fill="#bcd8dc"/><circle cx="70" cy="64" r="34" fill="#f7e2a8"/><path d="M0 220q120-50 400 0v80H0Z" fill="#8aa35c"/>
    <path d="M216 250q8-70-6-110h30q-8 50 4 110Z" fill="#7d5a3a"/><g fill="#5f7f45"><circle cx="170" cy="118" r="54"/><circle cx="232" cy="84" r="62"/><circle cx="288" cy="128" r="50"/></g>
    <g fill="#f0d04c">${[
      [150, 120],
      [190, 90],
      [222, 130],
      [246, 66],
      [284, 104],
      [300, 146],
      [180, 146],
    ]
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="11"/>`)
      .join('')}</g>`,
  clocks: `<path d="M0 0h400v300H0Z" fill="#cdb693"/><path d="M0 270h400v30H0Z" fill="#7d5a3a"/>
    ${clock(92, 96, 62, [10, 8])}${clock(226, 74, 44, [10, 9])}${clock(330, 120, 54, [10, 7])}${clock(196, 196, 50, [10, 10])}
    <path d="M60 270v-52h70v52Z" fill="#8a5a33"/>${clock(95, 240, 22, [10, 8])}`,
  winter: `<path d="M0 0h400v300H0Z" fill="#9fb9cc"/><path d="M0 190l90-90 70 60 80-110 160 140v20H0Z" fill="#dfe9ee"/><path d="M0 206q160-40 400 0v94H0Z" fill="#f6f9fa"/>
    ${pine(60, 250, 1)}${pine(130, 230, 0.7)}${pine(338, 256, 1.1)}${house(210, 240, 76, 54, '#a0452f')}
    <g fill="#fff">${Array.from({ length: 26 }, (_, i) => `<circle cx="${(i * 149 + (i % 5) * 31) % 400}" cy="${(i * 83 + (i % 7) * 17) % 236}" r="${2 + (i % 3)}"/>`).join('')}</g>`,
  goat: `<path d="M0 0h400v300H0Z" fill="#d7e3ea"/><path d="M0 200q140-70 400-20v120H0Z" fill="#93a968"/>${house(20, 226, 92, 70, '#a0452f')}
    <g transform="translate(246 196)"><path d="M-76-34q0-26 30-26h84q34 0 34 36v26h-148Z" fill="#f5efe4"/><path d="M-66 0v58M-40 0v58M40 0v58M62 0v58" stroke="#e5dccb" stroke-width="15" stroke-linecap="round"/>
    <path d="M54-52l22-58q32-8 42 20l-12 26-26 6-8 34Z" fill="#f5efe4"/><path d="M80-108q-18-34-40-32M94-108q0-34-18-46" stroke="#7d6a55" stroke-width="8" fill="none" stroke-linecap="round"/>
    <circle cx="96" cy="-92" r="4" fill="#3a2a22"/><path d="M104-64q4 18-4 26" stroke="#cdbfa6" stroke-width="7" stroke-linecap="round"/></g>`,
} as const;

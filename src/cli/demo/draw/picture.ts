import sharp from 'sharp';
import { type Motif, motifs } from './motif.ts';
import { calm, drawPerson, type Face, type Looks } from './person.ts';

/** A room to tell in: a wall with a picture on it, a lamp out of sight, the edge of a table. */
export interface Scene {
  looks: Looks;
  motif: Motif;
  wall: string;
  /** Which side of the picture the teller sits on. */
  side: 'left' | 'right';
}

/** Where the teller sits and the picture hangs: neither is cut off while the film wanders. */
const places = { right: { teller: 724, picture: 96 }, left: { teller: 332, picture: 524 } };

/** How much finer than the film the room is drawn, so that a slow pan moves by parts of a point. */
export const finer = 1.5;
export const stage = { width: 1056 * finer, height: 594 * finer };

const svg = (width: number, height: number, box: string, inside: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${box}">${inside}</svg>`,
  );

const lamp = `<defs><radialGradient id="lamp" cx=".5" cy=".36" r=".75">
  <stop offset="0" stop-color="#ffe6b3" stop-opacity=".6"/><stop offset=".55" stop-color="#ffd28a" stop-opacity=".1"/>
  <stop offset="1" stop-color="#1a0d06" stop-opacity=".5"/></radialGradient></defs>`;

/** The room with whoever tells, in the colours of an evening. */
export function drawScene({ looks, motif, wall, side }: Scene, face: Face = calm): Buffer {
  const { teller, picture } = places[side];
  return svg(
    stage.width,
    stage.height,
    '1056 594',
    `${lamp}<path d="M0 0h1056v594H0Z" fill="${wall}"/>
    <g stroke="#fff" stroke-opacity=".07" stroke-width="2">${Array.from({ length: 24 }, (_, i) => `<path d="M${i * 46} 0v594"/>`).join('')}</g>
    <g transform="translate(${picture} 74)"><path d="M-14-10h456v352H-14Z" fill="#000" fill-opacity=".18" transform="translate(8 10)"/>
    <path d="M-14-14h456v356H-14Z" fill="#8a5a33"/><path d="M-4-4h436v336H-4Z" fill="#f3ead9"/>
    <svg x="14" y="14" width="400" height="300" viewBox="0 0 400 300">${motifs[motif]}</svg></g>
    <g transform="translate(${teller} 366)">${drawPerson(looks, face)}</g>
    <path d="M0 556h1056v38H0Z" fill="#5a3a26"/><path d="M0 556h1056v7H0Z" fill="#7d5336"/>
    <path d="M0 0h1056v594H0Z" fill="url(#lamp)"/>`,
  );
}

/** Where the face is on the stage: the part that changes when somebody blinks or talks. */
export const faceOf = ({ side }: Scene) => ({
  left: (places[side].teller - 120) * finer,
  top: 236 * finer,
  width: 240 * finer,
  height: 168 * finer,
});

/** The picture beside somebody's name. */
export const drawAvatar = (looks: Looks, wall: string): Promise<Buffer> =>
  sharp(
    svg(
      512,
      512,
      '400 400',
      `${lamp}<path d="M0 0h400v400H0Z" fill="${wall}"/><g transform="translate(200 268) scale(.92)">${drawPerson(looks)}</g>
      <path d="M0 0h400v400H0Z" fill="url(#lamp)"/>`,
    ),
  )
    .png()
    .toBuffer();

/** A photograph from a drawer: what it shows in brown, with a white edge and soft corners. */
export async function drawPhoto(motif: Motif, people: Looks[] = []): Promise<Buffer> {
  const standing = people.map((looks, i) => {
    const x = 200 + (i - (people.length - 1) / 2) * 118;
    return `<g transform="translate(${x} 214) scale(.34)">${drawPerson(looks)}</g>`;
  });
  const inner = await sharp(
    svg(
      1200,
      900,
      '400 300',
      `${lamp}${motifs[motif]}${standing.join('')}<path d="M0 0h400v300H0Z" fill="url(#lamp)"/>`,
    ),
  )
    .tint('#c9a26b')
    .blur(0.8)
    .toBuffer();
  return sharp(inner)
    .extend({ top: 44, bottom: 44, left: 44, right: 44, background: '#f4ead6' })
    .jpeg({ quality: 82 })
    .toBuffer();
}

/** A thing that a family keeps, on a cloth: the inside of a drawing 400 wide and 300 high. */
export const drawThing = (inside: string): Promise<Buffer> =>
  sharp(
    svg(
      1200,
      900,
      '400 300',
      `${lamp}<path d="M0 0h400v300H0Z" fill="#d8c6ab"/><g stroke="#b89f7c" stroke-opacity=".35" stroke-width="1.5">
      ${Array.from({ length: 40 }, (_, i) => `<path d="M${i * 10} 0v300M0 ${i * 10}h400"/>`).join('')}</g>
      ${inside}<path d="M0 0h400v300H0Z" fill="url(#lamp)"/>`,
    ),
  )
    .jpeg({ quality: 84 })
    .toBuffer();

import { createECDH, hkdfSync } from 'node:crypto';

export interface VapidKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * The keys by which push services know this server (RFC 8292), made from its secret: whoever keeps
 * that keeps them, and several machines with one secret are one sender.
 */
export function vapidKeys(secret: string): VapidKeys {
  const curve = createECDH('prime256v1');
  // one in four billion numbers is above the order of the curve, and the next one is taken
  for (let n = 0; ; n += 1) {
    const made = Buffer.from(hkdfSync('sha256', secret, '', `telloom vapid ${n}`, 32));
    try {
      curve.setPrivateKey(made);
    } catch {
      continue;
    }
    return {
      publicKey: curve.getPublicKey().toString('base64url'),
      privateKey: made.toString('base64url'),
    };
  }
}

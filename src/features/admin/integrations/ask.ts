import Mux from '@mux/mux-node';
import nodemailer from 'nodemailer';
import type { Config } from '../../../config.ts';
import { createClient, RevenueCatError } from '../../subscriptions/revenuecat/client.ts';
import { Offering } from '../../subscriptions/revenuecat/shapes.ts';
import type { Name } from './list.ts';

/** For the whole answer: somebody waits before the page. */
const limitMs = 5000;

/** well: it answers, and takes our keys. refused: not these keys. unclear: it says something else. */
export interface Answer {
  outcome: 'well' | 'refused' | 'unreachable' | 'unclear';
  /** What the service or the network said, without anything of ours. */
  said: string | null;
}

/** Asks a service for something that changes nothing there. Only for one that is on. */
export async function ask(name: Name, config: Config): Promise<Answer> {
  try {
    await questions[name](config);
    return { outcome: 'well', said: null };
  } catch (error) {
    return { outcome: outcomeOf(error), said: withoutSecrets(reasonOf(error), config) };
  }
}

const questions: Record<Name, (config: Config) => Promise<unknown>> = {
  mux: async ({ muxTokenId, muxTokenSecret, muxBaseUrl }) => {
    const mux = new Mux({
      tokenId: muxTokenId,
      tokenSecret: muxTokenSecret,
      baseURL: muxBaseUrl,
      maxRetries: 0,
      timeout: limitMs,
    });
    await mux.video.assets.list({ limit: 1 });
  },
  revenuecat: ({ revenuecatUrl: url, revenuecatKey, revenuecatProject }) =>
    createClient({ url, key: revenuecatKey ?? '', project: revenuecatProject ?? '' }).list(
      '/offerings',
      Offering,
      AbortSignal.timeout(limitMs),
    ),
  mail: async ({ smtpUrl }) => {
    const transport = nodemailer.createTransport({
      url: smtpUrl ?? '',
      connectionTimeout: limitMs,
      greetingTimeout: limitMs,
      socketTimeout: limitMs,
    });
    await transport.verify();
  },
  speech: ({ speechUrl, speechKey }) => askModels(speechUrl ?? '', speechKey),
  summary: ({ summaryUrl, summaryKey }) => askModels(summaryUrl ?? '', summaryKey),
};

/** Every OpenAI-compatible service has this list: it costs nothing, and wants the key. */
async function askModels(url: string, key: string | null): Promise<void> {
  const reply = await fetch(`${url}/models`, {
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    redirect: 'manual',
    signal: AbortSignal.timeout(limitMs),
  });
  await reply.body?.cancel();
  if (!reply.ok) throw new Refusal(reply.status);
}

class Refusal extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`It answered ${status}.`);
    this.status = status;
  }
}

function outcomeOf(error: unknown): Answer['outcome'] {
  const { status, code } = error as { status?: number; code?: string };
  if (status === 401 || status === 403 || code === 'EAUTH') return 'refused';
  if (status !== undefined || error instanceof RevenueCatError) return 'unclear';
  return 'unreachable';
}

/** fetch says "fetch failed", and keeps why to itself. */
function reasonOf(error: unknown): string {
  const { message, cause } = error as Error;
  return cause instanceof Error ? cause.message || message : message;
}

/** A service may repeat what it was sent. */
function withoutSecrets(said: string, config: Config): string {
  const secrets = [
    config.muxTokenSecret,
    config.revenuecatKey,
    config.speechKey,
    config.summaryKey,
    config.smtpUrl && decodeURIComponent(new URL(config.smtpUrl).password),
  ];
  return secrets
    .filter((secret): secret is string => !!secret)
    .reduce((text, secret) => text.replaceAll(secret, '…'), said)
    .slice(0, 500);
}
